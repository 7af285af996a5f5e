// How the index is asked, in the reader's browser. Joined behind what it imports when published; no dependency.

import { readSignatures } from './search-bits.js';
import { contains, fold, keysIn, termsOf } from './search-grams.js';
import { chunkPath, DAYS_SPANS, DAYS_STEP, daysPath, layoutOf, TAIL } from './search-layout.js';
import { AT_ONCE, candidates, Evidence, most } from './search-plan.js';
import { readersFor } from './search-query.js';

/** By what is indexed: results shown before more are asked for, and about how many bytes it costs to look at one. */
const TITLES = { shown: 10, bytes: 1000 };
const TEXTS = { shown: 6, bytes: 4000 };

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
      layout.bits,
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

  /** Numbers of documents that may match, the newest first, in parts. */
  async function* parts(readers, days, evidence) {
    const { count, tail, tailFrom } = await opened;
    const may = await withinDays(days, count);
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
    async *find(query, { section = '', from = '', to = '', among } = {}) {
      const terms = termsOf(query);
      const { count, open, layout, costs } = await opened;
      const { chunk } = layout;
      const readers = readersFor(terms, section, { read, layout, count });
      if (readers.length === 0) return;
      const days = from === '' && to === '' ? undefined : { from, to: to === '' ? '9999' : to };
      const evidence = new Evidence(costs, readers);

      const look = async (number) => {
        const own = Math.floor(number / chunk);
        const documents = (own + 1) * chunk > count ? open : await json(chunkPath(own));
        const document = documents[number % chunk];
        if (!document) return undefined;
        const [at, title, lead, filed, outlet, text = ''] = document;
        const found = {
          path: `/${at}/`,
          title,
          lead,
          section: filed,
          outlet,
          day: at.slice(0, 10).replaceAll('/', '-'),
        };
        const head = fold(`${title}\n${lead}`);
        const whole = `${head}\n${fold(text)}`;
        const isAsked =
          (!among || among.has(found.path)) &&
          (section === '' || filed === section) &&
          (!days || (found.day >= days.from && found.day <= days.to));
        const within = (shown) => isAsked && terms.every((term) => contains(shown, term));
        const [inHead, inAll] = [within(head), within(whole)];
        evidence.add(number, keysIn(whole, filed, layout), inAll);
        if (inHead) return found;
        return inAll ? { ...found, text } : undefined;
      };

      for await (const part of parts(readers, days, evidence))
        for (let i = 0; i < part.length; i += AT_ONCE)
          for (const found of await Promise.all(part.slice(i, i + AT_ONCE).map(look))) if (found) yield found;
    },
  };
}
