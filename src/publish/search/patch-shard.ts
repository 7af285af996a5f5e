import { keyIn, shardOf } from './search-core.js';

/** A document of a segment as it is now: its number there, and all its grams. */
export interface PatchedDocument {
  number: number;
  grams: ReadonlySet<number>;
}

/** The shard with these documents under exactly the grams they now have. */
export function patchShard(
  bytes: Uint8Array,
  { shard, bits }: { shard: number; bits: number },
  documents: readonly PatchedDocument[],
): Uint8Array {
  const entries = readShard(bytes);
  const patched = new Set(documents.map((document) => document.number));
  for (const [key, numbers] of entries)
    entries.set(
      key,
      numbers.filter((number) => !patched.has(number)),
    );
  for (const { number, grams } of documents) {
    for (const gram of grams) {
      if (shardOf(gram, bits) !== shard) continue;
      const key = keyIn(gram, bits);
      const there = entries.get(key);
      if (there) there.push(number);
      else entries.set(key, [number]);
    }
  }
  return writeShard(entries);
}

function readShard(bytes: Uint8Array): Map<number, number[]> {
  const entries = new Map<number, number[]>();
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  for (let key = 0; at < bytes.length; ) {
    key += next();
    const numbers: number[] = [];
    for (let left = next(), last = -1; left > 0; left--) {
      last += next() + 1;
      numbers.push(last);
    }
    entries.set(key, numbers);
  }
  return entries;
}

function writeShard(entries: ReadonlyMap<number, number[]>): Uint8Array {
  const out: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
    out.push(rest);
  };
  let before = 0;
  for (const [key, numbers] of [...entries].sort((a, b) => a[0] - b[0])) {
    if (numbers.length === 0) continue;
    put(key - before);
    before = key;
    put(numbers.length);
    let last = -1;
    for (const number of numbers.sort((a, b) => a - b)) {
      put(number - last - 1);
      last = number;
    }
  }
  return Uint8Array.from(out);
}
