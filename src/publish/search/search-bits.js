// How shards and signatures are written down: sets of numbers by binary interpolative coding, a few bits a number.
// Served to browsers as it stands: no dependency.

/** Reads from byte `at` on. Numbers stand with their highest bit first. */
export function bitReader(bytes, at) {
  let held = 0;
  let buffer = 0;
  let next = at;
  /** at most 24 bits */
  const take = (bits) => {
    while (held < bits) {
      buffer = (buffer << 8) | bytes[next++];
      held += 8;
    }
    held -= bits;
    const value = (buffer >>> held) & ((1 << bits) - 1);
    buffer &= (1 << held) - 1;
    return value;
  };
  /** one of `range` numbers from 0, the lower of them a bit shorter where that is not a power of two */
  const below = (range) => {
    if (range <= 1) return 0;
    const bits = 31 - Math.clz32(range);
    const short = 2 ** (bits + 1) - range;
    const value = take(bits);
    return value < short ? value : value * 2 + take(1) - short;
  };
  const fill = (out, from, to, low, high) => {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    const value = low + middle - from + below(high - low - (to - from) + 1);
    out[middle] = value;
    fill(out, from, middle, low, value);
    fill(out, middle + 1, to, value + 1, high);
  };
  return {
    /** from 0 (Elias' gamma code) */
    number() {
      let bits = 0;
      while (take(1) === 0) if (++bits > 24 || next > bytes.length + 4) throw new Error('no shard');
      return 2 ** bits + take(bits) - 1;
    },
    /** `count` different numbers, ascending, `low <= number < high` */
    set(count, low, high) {
      const out = new Array(count);
      fill(out, 0, count, low, high);
      return out;
    },
    /** where the next whole byte begins */
    place: () => next,
  };
}

/** Number of articles in a head, seven bits a byte. */
function headNumber(bytes, from) {
  let value = 0;
  let at = from;
  for (let unit = 1; ; unit *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * unit;
    if (!(byte > 127)) return [value, at];
  }
}

/** The span a shard tells of; then `take(key, documents)`, keys ascending, until it says that it has seen enough. */
export function readShard(bytes, keyBits, take) {
  const [from, middle] = headNumber(bytes, 0);
  const [length, at] = headNumber(bytes, middle);
  const to = from + length;
  const { number, set } = bitReader(bytes, at);
  const keys = set(number(), 0, 2 ** keyBits);
  for (const key of keys) if (take(key, set(number() + 1, from, to))) break;
  return { from, to };
}

/** Times as many places as a document has grams: one in so many others is taken for one of them. */
export const SIGNATURE = 16;
/** The place of a gram in the signature of a document of `size` grams. */
export const placeOf = (gram, gramBits, size) => Math.floor((gram * size * SIGNATURE) / 2 ** gramBits);

/** Of each document in turn: may it have a key? */
export function readSignatures(bytes, bits) {
  const documents = [];
  for (let at = 0; at < bytes.length; ) {
    const { number, set, place } = bitReader(bytes, at);
    const size = number();
    const places = new Set(set(number(), 0, size * SIGNATURE));
    documents.push((gram) => places.has(placeOf(gram, bits, size)));
    at = place();
  }
  return documents;
}
