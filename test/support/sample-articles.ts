import { readFileSync } from 'node:fs';
import { articleId } from '../../src/kit/id.ts';
import { localDay } from '../../src/kit/zone.ts';
import type { Article } from '../../src/model/article.ts';
import type { Label, LabelKind } from '../../src/model/label.ts';
import type { Site, SourceConfig } from '../../src/model/newsroom.ts';
import { MemoryArchive } from './memory-archive.ts';

interface Row {
  section: string;
  outlet: string;
  source: string;
  at: string;
  title: string;
  dek?: string;
  authors?: string[];
  editor?: string;
  origin?: string;
  picture?: [name: string, width: number, height: number, caption: string];
  /** `h:` heading, `q:` quotation, `t:` table rows by `;`, cells by `|` */
  paras: string[];
  labels: [
    kind: LabelKind,
    surface: string,
    id: string | null,
    role?: string[] | null,
    measures?: string,
    period?: string,
  ][];
  revisions?: { seen: string; replace: [string, string][] }[];
}

const FILE = new URL('../../fixtures/publish/sample--zh/articles.json', import.meta.url);
export const sampleRows = (): Row[] => JSON.parse(readFileSync(FILE, 'utf8')) as Row[];

export const SECTIONS = [
  { slug: 'news', title: '要闻' },
  { slug: 'economy', title: '经济' },
  { slug: 'society', title: '社会' },
  { slug: 'science', title: '科技' },
  { slug: 'culture', title: '文化' },
];

const SOURCES = {
  qinglan: '青澜日报',
  zhongyuan: '中原新报',
  beian: '北岸财经',
  guantian: '观天',
  chengshi: '城事',
  zhishang: '纸上',
};

export const sampleSources = (): SourceConfig[] =>
  Object.entries(SOURCES).map(([id, title], i) => ({
    id,
    title,
    kind: 'feed',
    url: `https://${id}.example/feed.xml`,
    section: SECTIONS[i % SECTIONS.length]!.slug,
    fullText: 'auto',
  }));

export const sampleSite = (more: Partial<Site> = {}): Site => ({
  title: '刊印晨报',
  description: '一份会自己编排的样报。',
  baseUrl: 'https://morning.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  menu: [],
  sections: SECTIONS,
  images: 'hotlink',
  ...more,
});

/** The sample newspaper, oldest first, with its corrections. */
export function sampleArchive(): MemoryArchive {
  const archive = new MemoryArchive();
  const rows = sampleRows().toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const row of rows) archive.file(rowArticle(row), { title: SECTIONS.find((s) => s.slug === row.section)!.title });
  for (const row of rows) {
    for (const revision of row.revisions ?? []) {
      const { html, text, labels } = rowArticle(row, row.paras);
      archive.revise(articleId(addressOf(row)), { html, text, labels, updated: revision.seen }, revision.seen);
    }
  }
  return archive;
}

const addressOf = (row: Row): string => `https://${row.source}.example/${encodeURIComponent(row.title)}`;

function rowArticle(row: Row, paras = wordedFirst(row)): Article {
  const id = articleId(addressOf(row));
  const day = localDay(row.at, 'Asia/Shanghai');
  const text = paras.map(textOf).join('\n');
  const [name, width, height, caption] = row.picture ?? [];
  const lead =
    name === undefined
      ? undefined
      : { src: `https://pictures.example/${name}.jpg`, caption, alt: caption, width, height };
  return {
    id,
    url: addressOf(row),
    path: `/${day.replaceAll('-', '/')}/${id}/`,
    sourceId: row.source,
    section: row.section,
    outlet: row.outlet,
    title: row.title,
    authors: row.authors ?? [],
    published: row.at,
    firstSeen: row.at.length === 10 ? `${row.at}T06:00:00.000Z` : new Date(Date.parse(row.at) + 300_000).toISOString(),
    language: 'zh-CN',
    categories: [],
    keywords: [],
    attachments: [],
    images: [],
    html: paras.map(htmlOf).join(''),
    text,
    revision: 1,
    labels: labelsOf(row, text),
    notes: [],
    ...(row.dek === undefined ? {} : { dek: row.dek }),
    ...(row.editor === undefined ? {} : { editor: row.editor }),
    ...(row.origin === undefined ? {} : { origin: row.origin }),
    ...(lead === undefined ? {} : { lead: lead as Article['lead'] & object }),
  };
}

/** How the article read before its corrections. */
const wordedFirst = (row: Row): string[] =>
  row.paras.map((para) =>
    (row.revisions ?? [])
      .flatMap((r) => r.replace)
      .reduce((text, [before, after]) => text.replace(after, before), para),
  );

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf(para: string): string {
  if (para.startsWith('h:')) return `<h2>${escaped(para.slice(2))}</h2>`;
  if (para.startsWith('q:')) return `<blockquote><p>${escaped(para.slice(2))}</p></blockquote>`;
  if (!para.startsWith('t:')) return `<p>${escaped(para)}</p>`;
  const [head = [], ...rows] = para
    .slice(2)
    .split(';')
    .map((row) => row.split('|'));
  return `<table><thead><tr>${head.map((c) => `<th>${escaped(c)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((c) => `<td>${escaped(c)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
}

function textOf(para: string): string {
  if (para.startsWith('h:') || para.startsWith('q:')) return para.slice(2);
  return para.startsWith('t:') ? para.slice(2).replaceAll(';', '\n').replaceAll('|', ' ') : para;
}

function labelsOf(row: Row, text: string): Label[] {
  const full = `${row.title}\n${text}`;
  return row.labels.flatMap(([kind, surface, id, role, measures, period]) => {
    const labels: Label[] = [];
    for (let at = full.indexOf(surface); at >= 0; at = full.indexOf(surface, at + surface.length)) {
      labels.push({
        kind,
        surface,
        start: at,
        end: at + surface.length,
        confidence: 0.99,
        evidence: ['sample'],
        ...(id === null ? {} : { id }),
        ...(role ? { role } : {}),
        ...(measures === undefined ? {} : { measures }),
        ...(period === undefined ? {} : { period }),
      });
    }
    return labels;
  });
}
