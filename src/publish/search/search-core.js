// How the index is asked, in the reader's browser. Joined behind what it imports when published; no dependency.
import { readShard, readSignatures } from './search-bits.js';
import { contains, eachGram, fold, mix, sectionGram, termsOf } from './search-grams.js';
import { chunkPath, DAYS_SPANS, DAYS_STEP, daysPath, layoutOf, shardPath, TAIL } from './search-layout.js';

/** Titles read at once. */
const AT_ONCE = 4;
/** By what is indexed: results shown before more are asked for, and about how many bytes it costs to look at one. */
const TITLES = { shown: 10, bytes: 1000 };
const TEXTS = { shown: 6, bytes: 4000 };
/** Which share of the candidates a gram seems to exclude as long as nothing is known: one of a word of which none was read, one of
 * the same word, one that has a character in common with another that was read. */
const OTHER_WORD = 0.9;
const SAME_WORD = 0.4;
const NEAR = 0.05;
/** As many candidates must be seen until what is known counts as much. */
const SURE = 2;

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

/** The first of those of which `of` is most. */
const most = (all, of) => all.reduce((best, one) => (of(one) > of(best) ? one : best));
const ascending = (a, b) => a - b;

/** What was read of one gram: pieces of the archive, each with the documents there that have it. */
class GramReader {
  #pieces = [];
  constructor(mixed, { word, from, to }, { read, layout, count }) {
    Object.assign(this, { mixed, word, from, to, read, layout, count });
  }

  /** candidates that were held against it, and those it excluded */
  #tested = 0;
  #excluded = 0;

  #pieceOf = (document) => this.#pieces.find(({ from, to }) => from <= document && document < to);
  knows = (document) => this.#pieceOf(document) !== undefined;

  /** Candidates without those that are known not to have the gram. */
  thin(candidates) {
    return candidates.filter((document) => {
      const piece = this.#pieceOf(document);
      if (!piece) return true;
      const has = piece.there.has(document);
      this.#tested++;
      if (!has) this.#excluded++;
      return has;
    });
  }

  /** The share of candidates it will exclude, as far as one can tell. */
  excludes(before) {
    return (before * SURE + this.#excluded) / (SURE + this.#tested);
  }

  /** The pieces that should tell of a document: one, or more where what was read is newer than the index file. */
  *#piecesAt(document) {
    const { layout, count, mixed } = this;
    for (let level = 0; level < layout.levels.length; level++) {
      const known = this.#pieces.find((one) => one.level === level);
      const shard = layout.shardOf(level, mixed);
      const { from, to } = known ?? layout.span(level, shard, count);
      if (from <= document && document < to)
        yield { level, shard, known, weight: (to - from) / layout.levels[level].shards };
    }
  }

  /** What reading around a document costs, as documents of one shard; nothing once it is read. */
  weight(document) {
    const [piece] = this.#piecesAt(document);
    return piece === undefined || piece.known ? 0 : piece.weight;
  }

  /** Documents with the gram in the piece around a document, which is read if need be. */
  async around(document) {
    for (const { level, shard, known } of this.#piecesAt(document)) {
      const piece = known ?? (await this.#load(level, shard));
      if (piece.from <= document && document < piece.to) return piece;
    }
    throw new Error('the index has changed');
  }

  async #load(level, shard) {
    const bytes = await this.read(shardPath(level, shard));
    const keyBits = this.layout.keyBits(level);
    const own = this.mixed - shard * 2 ** keyBits;
    let documents = [];
    const span = readShard(bytes, keyBits, (key, found) => {
      if (key === own) documents = found;
      return key >= own;
    });
    const { shards } = this.layout.levels[level];
    const each = (bytes.length * shards) / (span.to - span.from);
    const piece = { level, ...span, documents, there: new Set(documents), each };
    this.#pieces.push(piece);
    return piece;
  }

  /** Share of documents that have it; Infinity where nothing was read. */
  get density() {
    const sum = (of) => this.#pieces.reduce((total, piece) => total + of(piece), 0);
    return this.#pieces.length === 0
      ? Number.POSITIVE_INFINITY
      : sum(({ documents }) => documents.length) / sum(({ from, to }) => to - from);
  }
}

/**
 * The search of one site. `read(path)` gives the bytes of a file of the site. `find` yields articles whose title and lead (or text) hold every word, newest first; with
 * `among` only those at one of its paths.
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

  /** Bytes saved if a gram were read too: candidates that need not be looked at, less what the gram costs, `each` for a document. */
  const gains =
    ({ costs, told }) =>
    (one, held, left, each) => {
      const unknown = left.filter((document) => !one.knows(document));
      if (unknown.length === 0) return 0;
      const others = held.filter(({ word }) => word === one.word);
      const near = others.some(({ from, to }) => from < one.to && one.from < to);
      const excludes = one.excludes(near ? NEAR : others.length > 0 ? SAME_WORD : OTHER_WORD);
      const vain = Math.min(excludes, (told.vain + SURE) / (told.seen + SURE));
      return Math.min(unknown.length, costs.shown / (1.01 - vain)) * vain * costs.bytes - one.weight(unknown[0]) * each;
    };

  /** Numbers of documents that may match, the newest first, in parts. `told` counts those that were looked at in vain. */
  async function* candidates(grams, section, days, told) {
    const { count, layout, tail, tailFrom, costs } = await opened;
    const may = await withinDays(days, count);
    const reading = { read, layout, count };
    const mixed = (gram) => mix(gram) >>> (32 - layout.gramBits);
    const all = grams.map((gram) => new GramReader(mixed(gram.gram), gram, reading));
    if (section !== '') all.push(new GramReader(mixed(sectionGram(section)), { word: -1, from: 0, to: 0 }, reading));

    const newest = [];
    for (let document = count - 1; document >= tailFrom; document--)
      if (all.every((one) => tail[document - tailFrom](one.mixed))) newest.push(document);
    yield newest.filter(may);

    const seen = (one) => tail.filter((has) => has(one.mixed)).length;
    const ofWords = all.slice(0, grams.length);
    const gainOf = gains({ costs, told });
    let first = most(ofWords, (one) => -seen(one));
    for (let below = tailFrom; below > 0; ) {
      const piece = await first.around(below - 1);
      let left = piece.documents.filter((document) => document < below && may(document));
      for (const one of all) if (one !== first) left = one.thin(left);
      const held = [first];
      for (;;) {
        const { one, gain } = most(
          all.map((one) => ({ one, gain: gainOf(one, held, left, piece.each) })),
          ({ gain }) => gain,
        );
        if (gain <= 0) break;
        held.push(one);
        const { from, to } = await one.around(left.find((document) => !one.knows(document)));
        const within = (document) => from <= document && document < to;
        left = [...one.thin(left.filter(within)), ...left.filter((document) => !within(document))].sort(ascending);
      }
      yield left.reverse();
      below = piece.from;
      // what is read already costs nothing
      first = most(ofWords, (one) => -one.density / (one.knows(below - 1) ? 2 : 1));
    }
  }

  return {
    shownAtOnce: async () => (await opened).costs.shown,
    async *find(query, { section = '', from = '', to = '', among } = {}) {
      const terms = termsOf(query);
      const grams = gramsFor(terms);
      if (grams.length === 0) return;
      const { count, open, layout } = await opened;
      const { chunk } = layout;
      const days = from === '' && to === '' ? undefined : { from, to: to === '' ? '9999' : to };

      const matched = async (number) => {
        const own = Math.floor(number / chunk);
        const documents = (own + 1) * chunk > count ? open : await json(chunkPath(own));
        const document = documents[number % chunk];
        if (!document) return undefined;
        const [at, title, lead, filed, outlet, text = ''] = document;
        const path = `/${at}/`;
        if (among && !among.has(path)) return undefined;
        const day = at.slice(0, 10).replaceAll('/', '-');
        if (section !== '' && filed !== section) return undefined;
        if (days && (day < days.from || day > days.to)) return undefined;
        const found = { path, title, lead, section: filed, outlet, day };
        const all = (shown) => terms.every((term) => contains(shown, term));
        const head = fold(`${title}\n${lead}`);
        if (all(head)) return found;
        return text !== '' && all(`${head}\n${fold(text)}`) ? { ...found, text } : undefined;
      };

      const told = { seen: 0, vain: 0 };
      for await (const part of candidates(grams, section, days, told)) {
        for (let i = 0; i < part.length; i += AT_ONCE) {
          for (const found of await Promise.all(part.slice(i, i + AT_ONCE).map(matched))) {
            told.seen++;
            if (found) yield found;
            else told.vain++;
          }
        }
      }
    },
  };
}
