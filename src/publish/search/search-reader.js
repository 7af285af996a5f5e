// What is known of one gram of a query. Joined behind what it imports when published; no dependency.
import { readShard } from './search-bits.js';
import { shardPath } from './search-layout.js';

/** Pieces of the archive that were read, each with the documents there that have the gram: any of the keys `low <= key < high`. */
export class GramReader {
  #pieces = [];
  constructor({ low, high, word, from, to }, { read, layout, count }) {
    Object.assign(this, { low, high, word, from, to, read, layout, count });
  }

  /** Has the document the gram? undefined = not read. */
  has(document) {
    return this.#pieces.find(({ from, to }) => from <= document && document < to)?.there.has(document);
  }
  /** Is it among the keys of a document? */
  isIn(keys) {
    for (let key = this.low; key < this.high; key++) if (keys.has(key)) return true;
    return false;
  }

  knows = (document) => this.has(document) !== undefined;

  /** All documents with it in what was read. */
  *documents() {
    for (const { documents } of this.#pieces) yield* documents;
  }

  /** The pieces that should tell of a document: one, or more where what was read is newer than the index file. */
  *#piecesAt(document) {
    const { layout, count, low } = this;
    for (let level = 0; level < layout.levels.length; level++) {
      const known = this.#pieces.find((one) => one.level === level);
      const shard = layout.shardOf(level, low);
      const { from, to } = known ?? layout.span(level, shard, count);
      if (from <= document && document < to) yield { level, shard, known, from, to };
    }
  }

  /** The piece around a document, and what it costs to read as documents of one shard: nothing once it is read. */
  pieceAt(document) {
    const [piece] = this.#piecesAt(document);
    if (!piece || piece.known) return { from: document, to: document + 1, weight: 0 };
    const { from, to, level } = piece;
    return { from, to, weight: (to - from) / this.layout.levels[level].shards };
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
    const before = shard * 2 ** keyBits;
    const there = new Set();
    const span = readShard(bytes, keyBits, (key, found) => {
      if (before + key >= this.high) return true;
      if (before + key >= this.low) for (const document of found) there.add(document);
      return false;
    });
    const { shards } = this.layout.levels[level];
    const each = (bytes.length * shards) / (span.to - span.from);
    const documents = [...there].sort((a, b) => a - b);
    const piece = { level, ...span, documents, there, each };
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
