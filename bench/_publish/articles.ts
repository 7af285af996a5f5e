import { sha256 } from '../../src/kit/hash.ts';
import { articleId } from '../../src/kit/id.ts';
import type { Label, LabelKind } from '../../src/model/label.ts';
import type { Site } from '../../src/model/newsroom.ts';
import { labelLists } from '../../src/pipeline/label-lists.ts';
import type { ArticleDraft } from '../../src/store/store.ts';
import { imaginedText, numbersFrom } from './imagined-text.ts';

export const SECTIONS = ['news', 'economy', 'society', 'science', 'culture', 'world'];
export const benchSite: Site = {
  title: '量报',
  baseUrl: 'https://paper.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  menu: [],
  sections: SECTIONS.map((slug) => ({ slug, title: slug })),
  images: 'hotlink',
};
const PARAGRAPHS = 12;
const CHARACTERS = 220;

const KINDS: LabelKind[] = ['person', 'place', 'org', 'company', 'topic'];
export const LABELS = 30;
/** Things of each kind that labelled articles are about. */
const THINGS = 60;

/** Thirty things of five kinds, each standing once in the text. */
function thirtyLabels(i: number, title: string, text: string): Label[] {
  return Array.from({ length: LABELS }, (_, n) => {
    const start = title.length + 1 + n * 80;
    const kind = KINDS[n % KINDS.length]!;
    return {
      kind,
      surface: text.slice(n * 80, n * 80 + 3),
      id: `${kind}-${(i * 7 + n * 11) % THINGS}`,
      start,
      end: start + 3,
      confidence: 0.9,
      evidence: ['imagined'],
      ...(kind === 'person' ? { role: ['局长'] } : {}),
    };
  });
}

/** Article i of an imagined archive, 8 KB of Chinese: the same on every machine. About 40 a day over 12 sources. */
export function benchDraft(i: number, changed = false, labelled = false): ArticleDraft {
  const next = numbersFrom(i);
  const run = (length: number): string => imaginedText(next, length);
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => `${run(CHARACTERS)}。`);
  if (changed) paragraphs[3] = `更正${paragraphs[3]!.slice(2)}`;
  const text = paragraphs.join('\n');
  const url = `https://outlet.example/${i}`;
  const id = articleId(url);
  const at = new Date(Date.UTC(2022, 0, 1) + i * 36 * 60_000).toISOString();
  const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  const title = `${run(22)}${changed ? '（更正）' : ''}`;
  const section = SECTIONS[i % SECTIONS.length]!;
  const labels = labelled ? thirtyLabels(i, title, text) : [];
  const sourceId = `source-${i % 12}`;
  return {
    id,
    url,
    path: `/${day.replaceAll('-', '/')}/${id}/`,
    sourceId,
    section,
    outlet: `媒体${i % 12}`,
    title,
    authors: ['记者'],
    published: at,
    firstSeen: at,
    language: 'zh-CN',
    categories: [section],
    keywords: [],
    attachments: [],
    images: [],
    html: paragraphs.map((p) => `<p>${p}</p>`).join('\n'),
    text,
    labels,
    notes: [],
    hash: sha256(`${title}\n${text}`),
    lists: [
      { key: 'all', title: 'all' },
      { key: `section:${section}`, title: section },
      { key: `source:${sourceId}`, title: `媒体${i % 12}` },
      { key: `day:${day}`, title: day },
      { key: `month:${day.slice(0, 7)}`, title: day.slice(0, 7) },
      ...labelLists(labels),
    ],
  };
}
