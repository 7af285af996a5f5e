import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../src/kit/charset.ts';
import { readPage } from '../../src/pipeline/read-page.ts';
import { corpusHash, readLines } from './corpus.ts';
import type { Row, Suite } from './run.ts';
import { f1, shingleScore } from './shingle-score.ts';
import { wholeParagraphs } from './whole-paragraphs.ts';

interface Page {
  html: string;
  url?: string;
  lang?: string;
  expect: { text?: string };
}

/** Body F1 below which a change does not land; a little under what was measured, so that noise of a page passes. */
const FLOORS: Record<string, number> = {
  aeb: 0.981,
  mh: 0.943,
  'mh zh': 0.989,
  fundus: 0.971,
  np4k: 0.975,
  'wcxb-dev': 0.956,
};

/** Of all paragraphs; footnotes' popups and words for screen readers inside them are all that may go. */
const WHOLE = 0.997;

/** Body F1 on the development halves of five published suites. */
export const suite: Suite = {
  name: 'extract',
  async measure(data) {
    const folder = join(data, 'extract-dev');
    const sets = Object.keys(FLOORS).map((set) => set.replace(/ .*/, ''));
    const manifests = [...new Set(sets)]
      .map((set) => join(folder, set, 'manifest.ndjson'))
      .filter((file) => existsSync(file));
    if (manifests.length === 0) return undefined;
    const rows: Row[] = [];
    const paragraphs = { all: 0, whole: 0 };
    for (const manifest of manifests) {
      const set = manifest.split('/').at(-2)!;
      const scores = (readLines(manifest) as Page[])
        .filter((page) => page.expect.text !== undefined)
        .map((page) => {
          const bytes = gunzipSync(readFileSync(join(folder, set, page.html)));
          const found = readPage(bytes, undefined, {
            now: new Date('2026-11-24T00:00:00Z'),
            ...(page.url ? { url: page.url } : {}),
          });
          if (found.ok) {
            const { all, whole } = wholeParagraphs(decodeBytes(bytes, {}).text, found.value.text);
            paragraphs.all += all;
            paragraphs.whole += whole;
          }
          return {
            lang: page.lang,
            ...shingleScore(page.expect.text!, found.ok ? found.value.text : '', set === 'aeb'),
          };
        });
      for (const what of [set, `${set} zh`]) {
        const floor = FLOORS[what];
        if (floor === undefined) continue;
        rows.push({
          what: `body F1 ${what}`,
          value: f1(what === set ? scores : scores.filter((s) => s.lang === 'zh')),
          atLeast: floor,
        });
      }
    }
    rows.push({ what: 'paragraphs in one piece', value: paragraphs.whole / paragraphs.all, atLeast: WHOLE });
    return { corpus: corpusHash(manifests), rows };
  },
};
