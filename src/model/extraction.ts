import type { Note } from './note.ts';
import type { Picture } from './picture.ts';

/** Names of the single facts an extraction may hold. */
export type FieldName =
  | 'title'
  | 'originalTitle'
  | 'dek'
  | 'authors'
  | 'editor'
  | 'origin'
  | 'dateline'
  | 'published'
  | 'updated'
  | 'outlet'
  | 'canonical'
  | 'language'
  | 'section'
  | 'keywords'
  | 'image'
  | 'documentNumber'
  | 'issuer'
  | 'issued'
  | 'attachments'
  | 'body';

/** What was found on a page. Unknown is absent, never ''. */
export interface Extraction {
  /** headline as a reader sees it, no site suffix */
  title?: string;
  /** 原标题 */
  originalTitle?: string;
  dek?: string;
  authors: string[];
  /** 责任编辑 */
  editor?: string;
  /** 来源 */
  origin?: string;
  /** 电头, such as 新华社北京8月31日电 */
  dateline?: string;
  /** ISO 8601 with offset as the page means it (zh without zone: +08:00); a day alone is `yyyy-mm-dd` */
  published?: string;
  updated?: string;
  outlet?: string;
  canonical?: string;
  /** BCP 47 */
  language?: string;
  section?: string;
  keywords: string[];
  /** lead picture, absolute */
  image?: string;
  images: Picture[];
  /** 文号, 发文机关, 成文日期 of government documents */
  documentNumber?: string;
  issuer?: string;
  issued?: string;
  attachments: { url: string; title: string }[];
  /** following pages of a paginated article, absolute, in order, without this one */
  pages: string[];
  /** body HTML, trimmed but not yet cleaned */
  html: string;
  /** plain text of the body, one line per block */
  text: string;
  /** where each field came from: `json-ld`, `meta:og:title`, `visible:.byline` */
  from: Partial<Record<FieldName, string>>;
  notes: Note[];
}
