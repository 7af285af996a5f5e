import type { Span } from './search-layout.js';
import { DOCUMENTS, type Pairs } from './write-shard.ts';

const EMPTY = 0xffffffff;

export interface Postings {
  /** documents that were added */
  span: Span;
  /** of grams `low <= gram < high` and documents within the span; keys are distances from `low` */
  pairs(low: number, high: number, span: Span): Pairs;
}

/** Collects which document has which gram (mixed, so that they scatter), document by document. Typed arrays throughout: 30 ns a gram. */
export class PostingsBuilder {
  /** open addressing: place -> gram's number; by number the gram, how many documents have it, the last of them */
  #places = new Uint32Array(1 << 14).fill(EMPTY);
  #grams = new Uint32Array(1 << 13);
  #counts = new Uint32Array(1 << 13);
  #last = new Int32Array(1 << 13);
  #size = 0;
  /** gram numbers of all documents, one after another */
  #rows = new Uint32Array(1 << 15);
  #rowsSize = 0;
  readonly #ends: number[] = [];

  /** Everything added until the next call belongs to the next document. */
  beginDocument(): void {
    this.#ends.push(this.#rowsSize);
  }

  readonly add = (gram: number): void => {
    const doc = this.#ends.length - 1;
    const number = this.#numberOf(gram);
    if (this.#last[number] === doc) return;
    this.#last[number] = doc;
    this.#counts[number]!++;
    if (this.#rowsSize === this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[this.#rowsSize++] = number;
  };

  #numberOf(gram: number): number {
    const mask = this.#places.length - 1;
    for (let place = gram & mask; ; place = (place + 1) & mask) {
      const number = this.#places[place]!;
      if (number === EMPTY) {
        if (this.#size * 2 >= this.#places.length) {
          this.#widen();
          return this.#numberOf(gram);
        }
        if (this.#size === this.#grams.length) {
          this.#grams = grown(this.#grams);
          this.#counts = grown(this.#counts);
          this.#last = grown(this.#last);
        }
        this.#places[place] = this.#size;
        this.#grams[this.#size] = gram;
        this.#last[this.#size] = -1;
        return this.#size++;
      }
      if (this.#grams[number] === gram) return number;
    }
  }

  #widen(): void {
    const places = new Uint32Array(this.#places.length * 2).fill(EMPTY);
    const mask = places.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let place = this.#grams[number]! & mask;
      while (places[place] !== EMPTY) place = (place + 1) & mask;
      places[place] = number;
    }
    this.#places = places;
  }

  /** Nothing can be added afterwards. */
  build(firstDocument: number): Postings {
    const { ends, documents } = this.#byGram();
    this.#rows = new Uint32Array();
    const grams = this.#grams.slice(0, this.#size).sort();
    const numbers = grams.map((gram) => this.#numberOf(gram));
    const counts = this.#counts;
    return {
      span: { from: firstDocument, to: firstDocument + this.#ends.length },
      pairs(low, high, span) {
        const found: number[] = [];
        for (let at = firstFrom(grams, low); at < grams.length && grams[at]! < high; at++) {
          const number = numbers[at]!;
          const end = ends[number]!;
          const begin = end - counts[number]!;
          let i = end;
          while (i > begin && documents[i - 1]! + firstDocument >= span.from) i--;
          for (; i < end && documents[i]! + firstDocument < span.to; i++)
            found.push((grams[at]! - low) * DOCUMENTS + documents[i]! + firstDocument);
        }
        return found;
      },
    };
  }

  /** A counting sort of the rows: the documents of each gram, ascending, and by number where they end. */
  #byGram(): { ends: Uint32Array; documents: Uint32Array } {
    const ends = new Uint32Array(this.#size);
    let sum = 0;
    for (let number = 0; number < this.#size; number++) {
      ends[number] = sum;
      sum += this.#counts[number]!;
    }
    const documents = new Uint32Array(sum);
    for (let doc = 0; doc < this.#ends.length; doc++) {
      const end = this.#ends[doc + 1] ?? this.#rowsSize;
      for (let i = this.#ends[doc]!; i < end; i++) documents[ends[this.#rows[i]!]!++] = doc;
    }
    return { ends, documents };
  }
}

/** The same of a few documents, by their ascending grams. */
export function fewPostings(firstDocument: number, documents: readonly Uint32Array[]): Postings {
  return {
    span: { from: firstDocument, to: firstDocument + documents.length },
    pairs(low, high, span) {
      const found: number[] = [];
      for (const [i, grams] of documents.entries()) {
        const document = firstDocument + i;
        if (document < span.from || document >= span.to) continue;
        for (let at = firstFrom(grams, low); at < grams.length && grams[at]! < high; at++)
          found.push((grams[at]! - low) * DOCUMENTS + document);
      }
      return Float64Array.from(found).sort();
    },
  };
}

function firstFrom(sorted: Uint32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
