/** One invented article of the sample. Everything here was written for Kanyin; places are real, people, outlets and events are not. */
export interface SampleArticle {
  slug: string;
  title: string;
  /** `yyyy-mm-ddThh:mm` at +08:00 */
  time: string;
  paragraphs: string[];
  /** pictures by name, put after paragraph `after` (0-based) */
  pictures?: { name: string; caption: string; after: number }[];
  section?: string;
  authors?: string[];
  editor?: string;
  origin?: string;
  originalTitle?: string;
  dek?: string;
  /** raw HTML instead of paragraphs, where the markup is the point */
  html?: string;
  /** paragraphs per page of a paginated article */
  perPage?: number;
  /** the text a second poll finds */
  corrected?: string[];
  documentNumber?: string;
  issuer?: string;
}
