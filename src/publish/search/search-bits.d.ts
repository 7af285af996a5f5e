import type { Span } from './search-layout.js';

export declare function bitReader(
  bytes: Uint8Array,
  at: number,
): {
  number(): number;
  set(count: number, low: number, high: number): number[];
  place(): number;
};
export declare function readShard(
  bytes: Uint8Array,
  keyBits: number,
  take: (key: number, documents: number[]) => unknown,
): Span;
export declare const SIGNATURE: number;
export declare function placeOf(gram: number, gramBits: number, size: number): number;
export declare function readSignatures(bytes: Uint8Array, gramBits: number): ((gram: number) => boolean)[];
