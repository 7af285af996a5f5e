// How the index is asked, in the reader's browser. Joined behind what it imports when published; no dependency.

import { readSignatures } from './search-bits.js';
import { contains, eachGram, fold, mix, sectionGram, termsOf } from './search-grams.js';
import { chunkPath, DAYS_SPANS, DAYS_STEP, daysPath, layoutOf, TAIL } from './search-layout.js';
import { AT_ONCE, candidates, evidenceFor, most } from './search-plan.js';
import { GramReader } from './search-reader.js';

/** By what is indexed: results shown before more are asked for, and about how many bytes it costs to look at one. */
const TITLES = { shown: 10, bytes: 1000 };
const TEXTS = { shown: 6, bytes: 4000 };

/** The grams of each word: first the fewest that cover each, in turn; then the others. */
function gramsFor(terms) {
  const first = [];
  const others = [];
  terms.forEach((term, word) => {
    const grams = [];
    eachGram(term, (gram, from, to) => grams.push({ gram, from, to, word }));
    let covered = 0;
    for (let turn = 0; ; turn++) {
      const next =
        grams.filter(({ from, to }) => from <= covered && to > covered).at(-1) ??
        grams.find(({ from }) => from > covered);
      if (!next) break;
      first.push({ ...next, turn });
      covered = next.to;
    }
    others.push(...grams.filter((one) => !first.some(({ gram }) => gram === one.gram)));
  });
  const all = [...first.sort((a, b) => a.turn - b.turn), ...others];
  return all.filter(({ gram }, i) => all.findIndex((one) => one.gram === gram) === i);
}

/**
 * The search of one site. `read(path)` gives the bytes of a file of the site. `find` yields articles whose title and lead (or text) hold
 * every word, newest first; with `among` only those at one of its paths.
 */
export function openSearch(read) {
  const json = async (path) => JSON.parse(new TextDecoder().decode(await read(path)));
  const opened = json('search/index.json').then((index) => {
    const layout = layoutOf(index.whole);
    const tail = readSignatures(
      Uint8Array.from(atob(index.tail), (c) => c.charCodeAt(0)),
      layout.gramBits,
    );
    return { ...index, layout, tail, tailFrom: Math.max(0, index.count - TAIL), costs: index.whole ? TEXTS : TITLES };
  });
  opened.catch(() => undefined);

  /** May an article of so many be of these days? */
  async function withinDays(days, count) {
    if (!days) return () => true;
    const told = Math.floor(count / DAYS_STEP);
    const files = await Promise.all(Array.from({ length: Math.ceil(told / DAYS_SPANS) }, (_, n) => json(daysPath(n))));
    const spans = files.flat();
    return (document) => {
      const span = spans[Math.floor(document / DAYS_STEP)];
      return !span || (span[1] >= days.from && span[0] <= days.to);
    };
  }

  /** Numbers of documents that may match, the newest first, in parts; a reader for each gram and for the section. */
  async function* parts(grams, section, days, evidence, all) {
    const { count, layout, tail, tailFrom } = await opened;
    const may = await withinDays(days, count);
    const reading = { read, layout, count };
    const readerOf = (gram, of) => new GramReader(mix(gram) >>> (32 - layout.gramBits), { ...of, gram }, reading);
    for (const one of grams) all.push(readerOf(one.gram, one));
    if (section !== '') all.push(readerOf(sectionGram(section), { word: -1, from: 0, to: 0 }));

    const newest = [];
    for (let document = count - 1; document >= tailFrom; document--)
      if (all.every((one) => tail[document - tailFrom](one.mixed))) newest.push(document);
    yield newest.filter(may);

    const seen = (one) => tail.filter((has) => has(one.mixed)).length;
    const first = most(all.slice(0, grams.length), (one) => -seen(one));
    yield* candidates({ all, words: grams.length, first, below: tailFrom, may, evidence });
  }

  return {
    shownAtOnce: async () => (await opened).costs.shown,
    async *find(query, { section = '', from = '', to = '', among } = {}) {
      const terms = termsOf(query);
      const grams = gramsFor(terms);
      if (grams.length === 0) return;
      const { count, open, layout, costs } = await opened;
      const { chunk } = layout;
      const days = from === '' && to === '' ? undefined : { from, to: to === '' ? '9999' : to };

      const evidence = evidenceFor(costs);
      const all = [];
      const matched = async (number) => {
        const own = Math.floor(number / chunk);
        const documents = (own + 1) * chunk > count ? open : await json(chunkPath(own));
        const document = documents[number % chunk];
        if (!document) return undefined;
        const [at, title, lead, filed, outlet, text = ''] = document;
        const path = `/${at}/`;
        const day = at.slice(0, 10).replaceAll('/', '-');
        const head = fold(`${title}\n${lead}`);
        const folded = `${head}\n${fold(text)}`;
        const wanted =
          !(among && !among.has(path)) &&
          !(section !== '' && filed !== section) &&
          !(days && (day < days.from || day > days.to));
        const within = (shown) => terms.every((term) => contains(shown, term));
        const there = new Set([sectionGram(filed)]);
        eachGram(folded, (gram) => there.add(gram));
        const inHead = wanted && within(head);
        const is = inHead || (wanted && within(folded));
        evidence.add(
          number,
          all.map(({ gram }) => there.has(gram)),
          is,
        );
        if (!is) return undefined;
        const found = { path, title, lead, section: filed, outlet, day };
        return inHead ? found : { ...found, text };
      };

      for await (const part of parts(grams, section, days, evidence, all))
        for (let i = 0; i < part.length; i += AT_ONCE)
          for (const found of await Promise.all(part.slice(i, i + AT_ONCE).map(matched))) if (found) yield found;
    },
  };
}
