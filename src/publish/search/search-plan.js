// What is read next, so that little is read in all. Joined behind what it imports when published; no dependency.

/** Documents looked at before what they show is considered. */
export const AT_ONCE = 4;
/**
 * Which share of the candidates a gram excludes as long as nothing is known: one of a word of which none was read, one of the same word,
 * one that has a character in common with another that was read.
 */
const OTHER_WORD = 0.9;
const SAME_WORD = 0.5;
const NEAR = 0.3;
/** As many candidates must be seen until what is known counts as much. */
const SURE = 2;

/** The first of those of which `of` is most. */
export const most = (all, of) => all.reduce((best, one) => (of(one) > of(best) ? one : best));

/**
 * Documents that were looked at tell exactly which gram would have excluded them, and pieces that were read how often grams go together.
 * `shown`: results before one pauses, `bytes`: about what it costs to look at one document.
 */
class Evidence {
  #looked = [];
  #found = 0;
  constructor({ shown, bytes }) {
    Object.assign(this, { shown, bytes });
  }

  /** `grams`: those the document has, in the order of the readers */
  add(document, has, matched) {
    this.#looked.push({ document, has, matched });
    if (matched) this.#found++;
  }

  get wanted() {
    return this.shown - (this.#found % this.shown);
  }

  /** Share of those with all grams that are held that will be looked at in vain, at least `least` as long as little is known. */
  #vain(held, least) {
    let seen = SURE;
    let vain = SURE * least;
    for (const { has, matched } of this.#looked) {
      if (!held.every(({ place }) => has[place])) continue;
      seen++;
      if (!matched) vain++;
    }
    return vain / seen;
  }

  #excludes(one, held) {
    const others = held.filter(({ word }) => word === one.word);
    const near = others.some(({ from, to }) => from < one.to && one.from < to);
    let seen = SURE;
    let excluded = SURE * (near ? NEAR : others.length > 0 ? SAME_WORD : OTHER_WORD);
    for (const { document, has } of this.#looked) {
      if (one.knows(document) || !held.every(({ place }) => has[place])) continue;
      seen++;
      if (!has[one.place]) excluded++;
    }
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
  next(all, left, each) {
    let best = { gain: 0 };
    for (const one of all) {
      const at = left.findLast((document) => !one.knows(document));
      if (at === undefined) continue;
      const { from, to, weight } = one.pieceAt(at);
      const here = left.filter((document) => from <= document && document < to && !one.knows(document)).length;
      const held = all.filter((other) => other.knows(at));
      const excludes = this.#excludes(one, held);
      const vain = this.#vain(held, excludes);
      const share = Math.min(excludes, vain);
      const gain = Math.min(here, this.wanted / (1.01 - vain)) * share * this.bytes - weight * each;
      if (gain > best.gain) best = { one, at, gain };
    }
    return best;
  }
}

export const evidenceFor = (costs) => new Evidence(costs);

/**
 * Numbers of documents that may match, the newest first, a few at a time; between them one says to the evidence what was found. `all`: a
 * reader for each gram, the first `words` of them of words. `may` says of a document whether it is wanted at all.
 */
export async function* candidates({ all, words, first, below, may, evidence }) {
  for (const [place, one] of all.entries()) one.place = place;
  let rarest = first;
  for (let end = below; end > 0; ) {
    const piece = await rarest.around(end - 1);
    let left = piece.documents.filter((document) => document < end && may(document));
    const thin = (one) => {
      left = left.filter((document) => one.has(document) !== false);
    };
    all.forEach(thin);
    while (left.length > 0) {
      const { one, at } = evidence.next(all, left, piece.each);
      if (one) {
        await one.around(at);
        thin(one);
      } else yield left.splice(-AT_ONCE).reverse();
    }
    end = piece.from;
    // what is read already costs nothing
    rarest = most(all.slice(0, words), (one) => -one.density / (one.knows(end - 1) ? 2 : 1));
  }
}
