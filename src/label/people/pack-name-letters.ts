/**
 * Counts how often letters stand in Chinese names and in ordinary text, from the word list of jieba (MIT), into the files that
 * `name-likelihood.ts` reads: `node src/label/people/pack-name-letters.ts`. Nothing else goes in, so the same list gives the
 * same bytes.
 */
import { writeFileSync } from 'node:fs';
import { dict } from '@node-rs/jieba/dict.js';
import { SURNAMES } from './surnames.ts';

/** Words of two letters rarer than this (of 60 million) count as unknown. */
const LEAST_WORD = 200;

interface Counts {
  surname: number;
  first: number;
  last: number;
  alone: number;
}
const letters = new Map<string, Counts>();
const of = (letter: string): Counts => {
  const known = letters.get(letter) ?? { surname: 0, first: 0, last: 0, alone: 0 };
  letters.set(letter, known);
  return known;
};
const words = new Map<number, string[]>();
/** words of three letters that begin like a name and are none */
const three: string[] = [];
for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
  const [word = '', count = '0', tag = ''] = line.trim().split(' ');
  if (!/^\p{Script=Han}+$/u.test(word)) continue;
  if (word.length === 1) of(word).alone = Number(count);
  else if (word.length === 3 && tag === 'nr' && SURNAMES.has(word[0]!)) {
    of(word[0]!).surname++;
    of(word[1]!).first++;
    of(word[2]!).last++;
  } else if (word.length === 3 && SURNAMES.has(word[0]!) && !tag.startsWith('nr')) three.push(word);
  else if (word.length === 2 && tag !== 'nr' && Number(count) >= LEAST_WORD) {
    const level = Math.round(2 * Math.log(Number(count)));
    words.set(level, [...(words.get(level) ?? []), word]);
  }
}
const data = new URL('./data/', import.meta.url);
const rows = [...letters].filter(([, c]) => c.surname + c.first + c.last > 0 || c.alone >= 20);
writeFileSync(
  new URL('name-letters.tsv', data),
  `letter\tsurname\tfirst\tlast\talone\n${rows.map(([l, c]) => `${l}\t${c.surname}\t${c.first}\t${c.last}\t${c.alone}`).join('\n')}\n`,
);
writeFileSync(
  new URL('pairs.tsv', data),
  `level\twords\n${[...words]
    .sort(([a], [b]) => a - b)
    .map(([level, list]) => `${level}\t${list.join('')}`)
    .join('\n')}\n`,
);
writeFileSync(new URL('no-names.txt', data), `${three.join('')}\n`);
