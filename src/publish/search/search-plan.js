// What is read next, so that little is read in all. Joined behind what it imports when published; no dependency.

/** Documents looked at, at most, before what they show is considered. */
const AT_ONCE = 4;
/**
 * Which share of the candidates a gram excludes as long as nothing is known: one of a word of which none was read, one of the same word,
 * one that has a character in common with another that was read.
 */
const OTHER_WORD = 0.7;
const SAME_WORD = 0.3;
const NEAR = 0.15;
/** As many candidates must be seen until what is known counts as much. */
const SURE = 2;

/** The first of those of which `of` is most. */
export const most = (all, of) => all.reduce((best, one) => (of(one) > of(best) ? one : best));

/**
 * Documents that were looked at tell exactly which gram would have excluded them, and pieces that were read how often grams go together.
 * `shown`: results before one pauses, `bytes`: about what it costs to look at one document.
 */
export class Evidence {
  #looked = [];
  #found = 0;
  constructor({ shown, bytes }, readers) {
    Object.assign(this, { shown, bytes, readers });
  }

  /** A document was looked at, which has these keys, because all that was known of it spoke for it. */
  add(document, keys, matched) {
    const passed = this.readers.filter((one) => one.knows(document));
    this.#looked.push({ passed, has: this.readers.filter((one) => one.isIn(keys)), matched });
    if (matched) this.#found++;
  }

  /** Results until one pauses. */
  get #wanted() {
    return this.shown - (this.#found % this.shown);
  }

  /** How many documents to look at together: no more than it takes, as things went so far. */
  get few() {
    const finds = (this.#found + SURE) / (this.#looked.length + SURE);
    return Math.min(AT_ONCE, Math.ceil(this.#wanted / finds));
  }

  /** Those with all grams `held` that were looked at for no other reason. */
  #lookedFor = (held) =>
    this.#looked.filter(
      ({ passed, has }) => passed.every((one) => held.includes(one)) && held.every((one) => has.includes(one)),
    );

  /** Share of the documents with all grams `held` that will be found. */
  #finds(held) {
    const looked = this.#lookedFor(held);
    return (SURE / 2 + looked.filter(({ matched }) => matched).length) / (SURE + looked.length);
  }

  /** Share of the documents with all grams `held` that have not this one. */
  #excludes(one, held) {
    const others = held.filter(({ word }) => word === one.word);
    const near = others.some(({ from, to }) => from < one.to && one.from < to);
    const looked = this.#lookedFor(held);
    let seen = SURE + looked.length;
    let excluded = SURE * (near ? NEAR : others.length > 0 ? SAME_WORD : OTHER_WORD);
    excluded += looked.filter(({ has }) => !has.includes(one)).length;
    const rarest = most(held, ({ density }) => -density);
    for (const document of rarest.documents()) {
      const has = one.has(document);
      if (has === undefined || !held.every((other) => other.has(document))) continue;
      seen++;
      if (!has) excluded++;
    }
    return excluded / seen;
  }

  /** The gram that saves most bytes if it is read for the newest candidates it does not yet know, `each` for a document. */
  next(left, each) {
    let best = { gain: 0 };
    for (const one of this.readers) {
      const at = left.findLast((document) => !one.knows(document));
      if (at === undefined) continue;
      const { from, to, weight } = one.pieceAt(at);
      const here = left.filter((document) => from <= document && document < to && !one.knows(document)).length;
      const held = this.readers.filter((other) => other.knows(at));
      const excludes = this.#excludes(one, held);
      const finds = this.#finds([...held, one]) * (1 - excludes);
      const gain = Math.min(here, this.#wanted / (finds + 0.01)) * excludes * this.bytes - weight * each;
      if (gain > best.gain) best = { one, at, gain };
    }
    return best;
  }
}

/**
 * Numbers of documents that may match, the newest first, a few at a time, none before shards are read: one may pause there. Between
 * them the evidence is told what was found. Read is from `below` on, of grams of words the `first`; `may` says of a document whether it
 * is wanted at all.
 */
export async function* candidates({ readers, first, below, may, evidence }) {
  let rarest = first;
  for (let end = below; ; ) {
    while (end > 0 && !may(end - 1)) end--;
    if (end === 0) return;
    yield [];
    const piece = await rarest.around(end - 1);
    let left = piece.documents.filter((document) => document < end && may(document));
    const thin = (one) => {
      left = left.filter((document) => one.has(document) !== false);
    };
    readers.forEach(thin);
    while (left.length > 0) {
      const { one, at } = evidence.next(left, piece.each);
      if (one) {
        yield [];
        await one.around(at);
        thin(one);
      } else yield left.splice(-evidence.few).reverse();
    }
    end = piece.from;
    // what is read already costs nothing
    rarest = most(
      readers.filter(({ word }) => word >= 0),
      (one) => -one.density / (one.knows(end - 1) ? 2 : 1),
    );
  }
}
