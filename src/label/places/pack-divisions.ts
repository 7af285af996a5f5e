/**
 * Packs the lists of administrative divisions (see data/README.md) into the two files the place labeller reads:
 * `node pack-divisions.ts divisions.tsv divisions-towns.tsv`. Columns: code, name, level, parent · code, name, county.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const rows = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const [divisions, towns] = process.argv.slice(2);
if (divisions === undefined || towns === undefined) throw new Error('name divisions.tsv and divisions-towns.tsv');
const out = new URL('./data/', import.meta.url);
const PSEUDO = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

const lines = rows(divisions)
  .filter(([, name = '']) => !PSEUDO.test(name))
  .map(([code = '', name = '']) => `${code}\t${name}`);
writeFileSync(new URL('divisions.tsv', out), `${lines.join('\n')}\n`);

// one line a county; a number only where the code is not the one after its neighbour's
const byCounty = new Map<string, string[]>();
let last = 0;
for (const [code = '', name = '', county = ''] of rows(towns)) {
  const number = Number(code.slice(county.length));
  const list = byCounty.get(county);
  if (list === undefined) last = 0;
  const item = number === last + 1 ? name : `${number}${name}`;
  last = number;
  if (list) list.push(item);
  else byCounty.set(county, [item]);
}
const packed = [...byCounty].map(([county, list]) => `${county}\t${list.join(',')}`).join('\n');
writeFileSync(new URL('towns.tsv.gz', out), gzipSync(packed, { level: 9 }));
