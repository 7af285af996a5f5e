// What of the index a query asks for. Joined behind what it imports when published; no dependency.
import { eachGram, keyOf, sectionGram } from './search-grams.js';
import { GramReader } from './search-reader.js';

/** The grams of each word: first the fewest that cover each, in turn; then the others. */
function gramsFor(terms) {
  const all = [];
  terms.forEach((term, word) => {
    const grams = [];
    eachGram(term, (gram, from, to) =>
      grams.push({ gram, next: term.charCodeAt(to), from, to, word, turn: Number.POSITIVE_INFINITY }),
    );
    let covered = 0;
    for (let turn = 0; ; turn++) {
      const next =
        grams.findLast(({ from, to }) => from <= covered && to > covered) ?? grams.find(({ from }) => from > covered);
      if (!next) break;
      next.turn = turn;
      covered = next.to;
    }
    all.push(...grams);
  });
  return all.sort((a, b) => (a.turn === b.turn ? 0 : a.turn - b.turn));
}

/** A gram as the keys it may have: what stands behind the last of a word nobody said. */
function keysFor({ gram, next, ...of }, layout) {
  const low = keyOf(gram, next || 0, layout);
  const many = 2 ** layout.nextBits;
  return next > 0 ? { ...of, low, high: low + 1 } : { ...of, low: low - (low % many), high: low - (low % many) + many };
}

/** A reader for each gram, those of words first, and for the section; none where words are too short. `reading`: what readers read with. */
export function readersFor(terms, section, reading) {
  const words = gramsFor(terms).map((gram) => keysFor(gram, reading.layout));
  const wanted = words.filter(
    ({ low, high }, i) => words.findIndex((one) => one.low === low && one.high === high) === i,
  );
  if (wanted.length > 0 && section !== '') {
    const low = keyOf(sectionGram(section), 0, reading.layout);
    wanted.push({ low, high: low + 1, word: -1, from: 0, to: 0 });
  }
  return wanted.map((one) => new GramReader(one, reading));
}
