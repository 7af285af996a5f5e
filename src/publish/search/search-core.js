// How the index is asked, in the reader's browser. Joined behind what it imports when published; no dependency.

import { readSignatures } from './search-bits.js';
import { filtersFor, foundIn } from './search-filters.js';
import { contains, fold, keysIn, termsOf } from './search-grams.js';
import { chunkPath, DAYS_SPANS, DAYS_STEP, daysPath, layoutOf, TAIL } from './search-layout.js';
import { candidates, Evidence, most } from './search-plan.js';
import { readersFor } from './search-query.js';

/**
 * By what is indexed: results shown before more are asked for; about how many bytes it costs to look at one; bytes after which one is
 * asked whether to go on, which few queries come to.
 */
const TITLES = { shown: 10, bytes: 1000, pause: 21_000 };
const TEXTS = { shown: 6, bytes: 4000, pause: 110_000 };
/** Share of JSON that is left where hosts compress it: short files of titles have little to repeat. */
const compressed = (length) => length * (length < 4000 ? 0.7 : 0.5);

/**
 * The search of one site. `load(path)` gives the bytes of a file of the site. `find` yields articles whose title and lead (or text) hold
 * every word, newest first; with `among` only those at one of its paths. It yields undefined where much was read since the last result
 * that completed a page of them, or since it said so.
 */
export function openSearch(load) {
  let spent = 0;
  const asked = new Set();
  const read = async (path) => {
    const bytes = await load(path);
    if (!asked.has(path)) spent += path.endsWith('.json') ? compressed(bytes.length) : bytes.length;
    asked.add(path);
    return bytes;
  };
  const json = async (path) => JSON.parse(new TextDecoder().decode(await read(path)));
  const opened = json('search/index.json').then((index) => {
    const layout = layoutOf(index.whole);
    const tail = readSignatures(
      Uint8Array.from(atob(index.tail), (c) => c.charCodeAt(0)),
      layout.bits,
    );
    return { ...index, layout, tail, tailFrom: Math.max(0, index.count - TAIL), costs: index.whole ? TEXTS : TITLES };
  });
  opened.catch(() => undefined);

  /** May a document be wanted, by the first and last day of those around it? */
  async function wantedAt(isWithin) {
    if (!isWithin) return () => true;
    const { count, days, tailFrom } = await opened;
    const told = Math.floor(count / DAYS_STEP);
    const files = await Promise.all(Array.from({ length: Math.ceil(told / DAYS_SPANS) }, (_, n) => json(daysPath(n))));
    const wanted = files.flat().map(isWithin);
    const newest = isWithin(days);
    return (document) => (document >= tailFrom ? newest : (wanted[Math.floor(document / DAYS_STEP)] ?? true));
  }

  /** Numbers of documents that may match, the newest first, in parts. */
  async function* parts(readers, isWithin, evidence) {
    const { tail, tailFrom } = await opened;
    const may = await wantedAt(isWithin);
    const seems = (has, { low, high }) => has(low) || has(high - 1);
    const newest = tail.flatMap((has, i) => (readers.every((one) => seems(has, one)) ? [tailFrom + i] : []));
    yield newest.reverse().filter(may);
    const first = most(
      readers.filter(({ word }) => word >= 0),
      (one) => -tail.filter((has) => seems(has, one)).length,
    );
    yield* candidates({ readers, first, below: tailFrom, may, evidence });
  }

  return {
    shownAtOnce: async () => (await opened).costs.shown,
    async *find(query, filters = {}) {
      const terms = termsOf(query);
      const { section, isAsked, isWithin } = filtersFor(filters);
      const { count, open, layout, costs } = await opened;
      const readers = readersFor(terms, section, { read, layout, count });
      if (readers.length === 0) return;
      const evidence = new Evidence(costs, readers);
      let from = spent;
      let found = 0;

      const look = async (number) => {
        const own = Math.floor(number / layout.chunk);
        const documents = (own + 1) * layout.chunk > count ? open : await json(chunkPath(own));
        const document = documents[number % layout.chunk];
        if (!document) return undefined;
        const found = foundIn(document);
        const [, , , , , text = ''] = document;
        const head = fold(`${found.title}\n${found.lead}`);
        const whole = `${head}\n${fold(text)}`;
        const holds = (shown) => isAsked(found) && terms.every((term) => contains(shown, term));
        const [inHead, inAll] = [holds(head), holds(whole)];
        evidence.add(number, keysIn(whole, found.section, layout), inAll);
        if (inHead) return found;
        return inAll ? { ...found, text } : undefined;
      };

      for await (const part of parts(readers, isWithin, evidence))
        do {
          for (const one of await Promise.all(part.splice(0, evidence.few).map(look))) {
            if (!one) continue;
            yield one;
            if (++found % costs.shown === 0) from = spent;
          }
          if (spent - from < costs.pause) continue;
          yield undefined;
          from = spent;
        } while (part.length > 0);
    },
  };
}
