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
    const { ends, documents } = this.#byGram();
    const shards: Uint8Array[] = Array.from({ length: 2 ** bits }, () => new Uint8Array());
    const keyMask = 0xffffffff >>> bits;
    let out = new Uint8Array(1 << 13);
    let at = 0;
    const put = (value: number): void => {
      let rest = value;
      for (; rest > 127; rest >>>= 7) out[at++] = (rest & 127) | 128;
      out[at++] = rest;
    };
    let shard = 0;
    let key = 0;
    for (const mixed of this.#mixed.slice(0, this.#size).sort()) {
      const own = bits === 0 ? 0 : mixed >>> (32 - bits);
      if (own !== shard) {
        shards[shard] = out.slice(0, at);
        shard = own;
        at = 0;
        key = 0;
      }
      const number = this.#numberOf(mixed);
      const count = this.#counts[number]!;
      while (at + 10 + count * 5 > out.length) out = grown(out);
      const ownKey = (mixed & keyMask) >>> 0;
      put(ownKey - key);
      key = ownKey;
      put(count);
      const end = ends[number]!;
      for (let i = end - count, before = -1; i < end; i++) {
        put(documents[i]! - before - 1);
        before = documents[i]!;
      }
    }
    shards[shard] = out.slice(0, at);
    return shards;
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

function grown<T extends Uint8Array | Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
