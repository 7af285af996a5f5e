import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../src/kit/charset.ts';
import { readPage } from '../../src/pipeline/read-page.ts';
import { corpusHash, readLines } from './corpus.ts';
import { pageVariant, VARIANTS } from './page-variants.ts';
import type { Row, Suite } from './run.ts';
import { f1, shingleScore } from './shingle-score.ts';

const SETS = ['aeb', 'mh', 'fundus', 'np4k', 'wcxb-dev'];
/** A body is lost where so little of it is right that had so much of it before the page was changed. */
const LOST = 0.5;
const HAD = 0.9;

/** Mean body F1 of the five suites, and bodies lost; a little beside what was measured. */
const FLOORS: Record<string, { atLeast: number; lost: number }> = {
  'names hashed': { atLeast: 0.963, lost: 0 },
  'machines told nothing': { atLeast: 0.963, lost: 0 },
  'no tags of landmarks': { atLeast: 0.966, lost: 0 },
  'div for p': { atLeast: 0.966, lost: 0 },
  'br for p': { atLeast: 0.966, lost: 0 },
  'bold for headings': { atLeast: 0.965, lost: 0 },
  'a box around each p': { atLeast: 0.966, lost: 0 },
  'all in a table': { atLeast: 0.967, lost: 0 },
  'no names, nothing told, no landmarks': { atLeast: 0.954, lost: 0 },
  'that, with div for p and bold for headings': { atLeast: 0.951, lost: 0 },
  'that, with br for p': { atLeast: 0.953, lost: 0 },
};

interface Page {
  html: string;
  url?: string;
  expect: { text?: string };
}
type Score = ReturnType<typeof shingleScore>;

/** Body F1 on pages that were changed to be like those of sites nobody has seen: what rests on one site's habits falls here. */
export const suite: Suite = {
  name: 'variants',
  async measure(data) {
    const manifests = SETS.map((set) => join(data, 'extract-dev', set, 'manifest.ndjson'));
    if (!manifests.every((file) => existsSync(file))) return undefined;
    const scores = new Map<string, Score[][]>();
    const lost = new Map<string, number>();
    for (const [at, manifest] of manifests.entries())
      for (const page of readLines(manifest) as Page[]) {
        const { text: expected } = page.expect;
        if (expected === undefined) continue;
        const { text: html } = decodeBytes(gunzipSync(readFileSync(join(manifest, '..', page.html))), {});
        const score = (changed: string): Score => {
          const found = readPage(Buffer.from(changed), undefined, {
            now: new Date('2026-11-24T00:00:00Z'),
            ...(page.url ? { url: page.url } : {}),
          });
          return shingleScore(expected, found.ok ? found.value.text : '', SETS[at] === 'aeb');
        };
        const had = f1([score(html)]) >= HAD;
        for (const [name, changes] of Object.entries(VARIANTS)) {
          const one = score(pageVariant(html, changes));
          const sets = scores.get(name) ?? SETS.map(() => []);
          sets[at]!.push(one);
          scores.set(name, sets);
          if (had && f1([one]) < LOST) lost.set(name, (lost.get(name) ?? 0) + 1);
        }
      }
    const rows = [...scores].flatMap(([what, sets]): Row[] => {
      const floor = FLOORS[what];
      return [
        {
          what: `${what}: body F1`,
          value: sets.reduce((sum, set) => sum + f1(set), 0) / sets.length,
          ...(floor && { atLeast: floor.atLeast }),
        },
        { what: `${what}: bodies lost`, value: lost.get(what) ?? 0, ...(floor && { atMost: floor.lost }) },
      ];
    });
    return { corpus: corpusHash(manifests), rows };
  },
};
