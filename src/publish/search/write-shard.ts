import { BitWriter } from './bit-writer.ts';
import { placeOf, readShard, SIGNATURE } from './search-bits.js';
import type { Span } from './search-layout.js';

/** A key of a shard and a document that has it, as one number: key * DOCUMENTS + document. Ascending, each once. */
export type Pairs = readonly number[] | Float64Array;
export const DOCUMENTS = 2 ** 24;

export function writeShard({ from, to }: Span, keyBits: number, pairs: Pairs): Uint8Array {
  const out = new BitWriter();
  out.headNumber(from);
  out.headNumber(to - from);
  const keys: number[] = [];
  const ends: number[] = [];
  const documents = new Uint32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const key = Math.floor(pairs[i]! / DOCUMENTS);
    documents[i] = pairs[i]! - key * DOCUMENTS;
    if (key !== keys.at(-1)) keys.push(key);
    ends[keys.length - 1] = i + 1;
  }
  out.number(keys.length);
  out.set(keys, 0, keys.length, 0, 2 ** keyBits);
  let at = 0;
  for (const end of ends) {
    out.number(end - at - 1);
    out.set(documents, at, end, from, to);
    at = end;
  }
  return out.bytes();
}

export interface ShardRead {
  span: Span;
  pairs: number[];
}

/** Of keys below `end`; undefined where the bytes are no shard. */
export function pairsIn(bytes: Uint8Array, keyBits: number, end = Number.POSITIVE_INFINITY): ShardRead | undefined {
  const pairs: number[] = [];
  try {
    const span = readShard(bytes, keyBits, (key, documents) => {
      if (key >= end) return true;
      for (const document of documents) pairs.push(key * DOCUMENTS + document);
      return false;
    });
    return { span, pairs };
  } catch {
    return undefined;
  }
}

/** Of ascending grams. So few bits that a reader can have those of the newest documents with the index file; one gram in SIGNATURE others seems to be there. */
export function signatureOf(grams: Uint32Array, gramBits: number): Uint8Array {
  const out = new BitWriter();
  const places = [...new Set(Array.from(grams, (gram) => placeOf(gram, gramBits, grams.length)))];
  out.number(grams.length);
  out.number(places.length);
  out.set(places, 0, places.length, 0, grams.length * SIGNATURE);
  return out.bytes();
}
