import { mix } from './search-core.js';

const EMPTY = 0xffffffff;

/** Collects which document has which gram, document by document, and writes them as shards. Typed arrays throughout: 30 ns a gram. */
export class PostingsBuilder {
  /** open addressing: place -> gram's number; by number the mixed gram, how many documents have it, the last of them */
  #places = new Uint32Array(1 << 14).fill(EMPTY);
  #mixed = new Uint32Array(1 << 13);
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
    const number = this.#numberOf(mix(gram));
    if (this.#last[number] === doc) return;
    this.#last[number] = doc;
    this.#counts[number]!++;
    if (this.#rowsSize === this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[this.#rowsSize++] = number;
  };

  #numberOf(mixed: number): number {
    const mask = this.#places.length - 1;
    for (let place = mixed & mask; ; place = (place + 1) & mask) {
      const number = this.#places[place]!;
      if (number === EMPTY) {
        if (this.#size * 2 >= this.#places.length) {
          this.#widen();
          return this.#numberOf(mixed);
        }
        if (this.#size === this.#mixed.length) {
          this.#mixed = grown(this.#mixed);
          this.#counts = grown(this.#counts);
          this.#last = grown(this.#last);
        }
        this.#places[place] = this.#size;
        this.#mixed[this.#size] = mixed;
        this.#last[this.#size] = -1;
        return this.#size++;
      }
      if (this.#mixed[number] === mixed) return number;
    }
  }

  #widen(): void {
    const places = new Uint32Array(this.#places.length * 2).fill(EMPTY);
    const mask = places.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let place = this.#mixed[number]! & mask;
      while (places[place] !== EMPTY) place = (place + 1) & mask;
      places[place] = number;
    }
    this.#places = places;
  }

  /**
   * 2^bits shards; each is, by ascending key: key as distance, number of documents, documents as distances less one. A gram's
   * shard is the first `bits` bits of its mixed value, its key the others.
   */
  shards(bits: number): Uint8Array[] {
    const byGram = this.#byGram();
    const shards: Uint8Array[] = Array.from({ length: 2 ** bits }, () => new Uint8Array());
    const width = 2 ** (32 - bits);
    let out = new Uint8Array(1 << 13);
    let at = 0;
    let shard = 0;
    let key = 0;
    const put = (value: number): void => {
      let rest = value;
      for (; rest >= 128; rest = Math.floor(rest / 128)) out[at++] = (rest % 128) | 128;
      out[at++] = rest;
    };
    const cut = (): void => {
      shards[shard] = out.slice(0, at);
      at = 0;
      key = 0;
    };
    for (const mixed of this.#mixed.slice(0, this.#size).sort()) {
      const number = this.#numberOf(mixed);
      if (Math.floor(mixed / width) !== shard) {
        cut();
        shard = Math.floor(mixed / width);
      }
      const { start, end, documents } = byGram(number);
      while (at + 10 + (end - start) * 4 > out.length) out = grown(out);
      put((mixed % width) - key);
      key = mixed % width;
      put(end - start);
      for (let i = start, doc = -1; i < end; i++) {
        put(documents[i]! - doc - 1);
        doc = documents[i]!;
      }
    }
    cut();
    return shards;
  }

  /** A counting sort of the rows: the documents of each gram, ascending. */
  #byGram(): (number: number) => { start: number; end: number; documents: Uint32Array } {
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
    return (number) => ({ start: ends[number]! - this.#counts[number]!, end: ends[number]!, documents });
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
