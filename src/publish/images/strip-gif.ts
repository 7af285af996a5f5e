const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** Say how often the animation runs; every other application's block is metadata (XMP, ICC, editors' own). */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/**
 * The GIF without comments, foreign application blocks and whatever follows its end: the same pixels, nothing about who made
 * them. GIF89a, sections 17 to 27. `undefined` when it ends early or holds something that is no block.
 */
export function stripGif(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let at = 13 + colourTable(bytes[10]);
  if (at > bytes.length) return undefined;
  parts.push(bytes.subarray(0, at));
  for (;;) {
    const from = at;
    const kind = bytes[at];
    if (kind === TRAILER) {
      parts.push(bytes.subarray(at, at + 1));
      return Buffer.concat(parts);
    }
    const label = bytes[at + 1];
    if (kind === EXTENSION) at += 2;
    else if (kind === IMAGE) at += 10 + colourTable(bytes[at + 9]) + 1;
    else return undefined;
    const end = afterSubBlocks(bytes, at);
    if (end === undefined) return undefined;
    const name = Buffer.from(bytes.subarray(at + 1, at + 12)).toString('latin1');
    const dropped = kind === EXTENSION && (label === COMMENT || (label === APPLICATION && !LOOPS.has(name)));
    if (!dropped) parts.push(bytes.subarray(from, end));
    at = end;
  }
}

/** bytes of the table that a packed field announces */
const colourTable = (packed: number | undefined): number =>
  packed !== undefined && packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;

function afterSubBlocks(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; ; ) {
    const size = bytes[at];
    if (size === undefined) return undefined;
    at += 1 + size;
    if (size === 0) return at;
  }
}
