import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Extraction } from '../../src/model/extraction.ts';
import { readPage } from '../../src/pipeline/read-page.ts';
import { corpusHash, readLines } from './corpus.ts';
import type { Row, Suite } from './run.ts';

/** Shares below which a change does not land; a little under what was measured. */
const FLOORS: Record<string, number> = {
  'fundus title': 0.91,
  'fundus authors': 0.91,
  'fundus day': 0.97,
  'fundus picture': 0.88,
  'fundus captions': 0.92,
  'wcxb title': 0.89,
  'wcxb authors': 0.9,
  'wcxb day': 0.84,
  'gold title': 0.98,
  'gold day': 0.98,
  'gold minute': 0.96,
  'gold origin': 0.96,
  'gold editor': 0.96,
  'gold authors': 0.95,
  'gold lead picture': 0.92,
};

interface Page {
  id: string;
  html: string;
  url?: string;
  expect: {
    title?: string;
    authors?: string[];
    author?: string;
    published?: string;
    image?: string;
    captions?: string[];
  };
}
interface Gold {
  set: string;
  id: string;
  title: string;
  published?: string;
  source?: string;
  editor?: string;
  authors: string[];
  lead_image?: string;
  also?: { title?: string[]; source?: (string | null)[]; editor?: (string | null)[]; lead_image?: string[] };
}

const fold = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]+/gu, '');
const fileOf = (address: string | undefined): string =>
  decodeURI((address ?? '').replace(/[?#].*$/, '').replace(/^.*\//, '')).toLowerCase();
const isTitle = (want: string, got: string | undefined): boolean =>
  fold(got) === fold(want) ||
  (fold(got) !== '' && fold(want).startsWith(fold(got)) && fold(got).length * 2 >= fold(want).length);

/** F1 of two sets of names. */
function names(want: readonly string[], got: readonly string[]): number {
  const [a, b] = [new Set(want.map(fold)), new Set(got.map(fold))];
  const same = [...a].filter((name) => b.has(name)).length;
  return same === 0 ? 0 : (2 * same) / (a.size + b.size);
}

/** +08:00 where no zone is given, as Chinese pages mean it. */
const minuteOf = (time: string | undefined): string =>
  time === undefined || time.length <= 10
    ? (time ?? '')
    : new Date(Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}+08:00`) + 8 * 3600_000)
        .toISOString()
        .slice(0, 16);

/** Fields on news of 29 countries, on blogs, and on Chinese pages labelled by hand. */
export const suite: Suite = {
  name: 'fields',
  async measure(data) {
    const folder = join(data, 'extract-dev');
    const gold = join(folder, 'gold-zh-dev.jsonl');
    const sets = ['fundus', 'wcxb-dev', 'gne', 'mh'].map((set) => ({
      set,
      file: join(folder, set, 'manifest.ndjson'),
    }));
    if (![gold, ...sets.map(({ file }) => file)].every((file) => existsSync(file))) return undefined;
    const sums = new Map<string, { sum: number; count: number }>();
    const add = (what: string, value: number | boolean): void => {
      const one = sums.get(what) ?? { sum: 0, count: 0 };
      sums.set(what, { sum: one.sum + Number(value), count: one.count + 1 });
    };
    const wanted = new Map((readLines(gold) as Gold[]).map((line) => [`${line.set}/${line.id}`, line]));
    for (const { set, file } of sets) {
      for (const page of readLines(file) as Page[]) {
        const chinese = wanted.get(`${set}/${page.id}`);
        if (chinese === undefined && (set === 'gne' || set === 'mh')) continue;
        const found = readPage(gunzipSync(readFileSync(join(file, '..', page.html))), undefined, {
          now: new Date('2026-11-24T00:00:00Z'),
          ...(page.url ? { url: page.url } : {}),
        });
        const got = found.ok ? found.value : undefined;
        if (chinese) measureGold(chinese, got, add);
        else measurePage(set.replace('-dev', ''), page.expect, got, add);
      }
    }
    const rows = [...sums].flatMap(([what, { sum, count }]): Row[] => {
      const floor = FLOORS[what];
      return floor === undefined ? [] : [{ what, value: sum / count, atLeast: floor }];
    });
    return { corpus: corpusHash([gold, ...sets.map(({ file }) => file)]), rows };
  },
};

type Add = (what: string, value: number | boolean) => void;

function measurePage(set: string, want: Page['expect'], got: Extraction | undefined, add: Add): void {
  const authors = want.authors ?? want.author?.split(/[,;/&]|\band\b/);
  if (want.title) add(`${set} title`, isTitle(want.title, got?.title));
  if (authors && authors.length > 0) add(`${set} authors`, names(authors, got?.authors ?? []));
  if (want.published)
    add(
      `${set} day`,
      Math.abs(Date.parse(want.published.slice(0, 10)) - Date.parse(got?.published?.slice(0, 10) ?? '')) <= 86_400_000,
    );
  if (want.image) add(`${set} picture`, fileOf(want.image) === fileOf(got?.image));
  const shown = fold(
    `${got?.text ?? ''}${got?.images.map((picture) => picture.caption).join('') ?? ''}${got?.html ?? ''}`,
  );
  const captions = want.captions ?? [];
  if (captions.length > 0)
    add(`${set} captions`, captions.filter((caption) => shown.includes(fold(caption))).length / captions.length);
}

function measureGold(want: Gold, got: Extraction | undefined, add: Add): void {
  const also = want.also ?? {};
  add(
    'gold title',
    [want.title, ...(also.title ?? [])].some((title) => fold(title) === fold(got?.title)),
  );
  if (want.published) {
    add('gold day', minuteOf(got?.published).slice(0, 10) === minuteOf(want.published).slice(0, 10));
    if (want.published.length > 10) add('gold minute', minuteOf(got?.published) === minuteOf(want.published));
  }
  if (want.source)
    add(
      'gold origin',
      [want.source, ...(also.source ?? [])].some((source) => fold(source ?? '') === fold(got?.origin)),
    );
  if (want.editor)
    add(
      'gold editor',
      [want.editor, ...(also.editor ?? [])].some((editor) => fold(editor ?? '') === fold(got?.editor)),
    );
  if (want.authors.length > 0) add('gold authors', names(want.authors, got?.authors ?? []));
  if (want.lead_image)
    add(
      'gold lead picture',
      [want.lead_image, ...(also.lead_image ?? [])].some((file) => got?.image?.includes(file)),
    );
}
