/** Bytes looked at; a script shows itself early. */
const SAMPLE = 64 * 1024;

/**
 * UTF-8 with a fault: a character cut off at the end, a stray byte in the middle. Ten whole characters of several bytes for each
 * byte that fits nowhere; text in a double-byte charset almost never forms them.
 */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let stray = 0;
  const end = bytes.length;
  for (let i = 0; i < end; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    let k = 1;
    while (k < length && i + k < end && (bytes[i + k]! & 0xc0) === 0x80) k++;
    if (length > 0 && k === length) whole++;
    else if (length > 0 && i + k === end) return whole > 0 ? whole >= stray * 10 : stray === 0 && end - i > 1;
    else stray++;
    i += k;
  }
  return whole > 0 && whole >= stray * 10;
}

/**
 * Japanese or Korean by where the characters stand in their tables; undefined for anything else, Chinese above all. The bytes of
 * kana and of Hangul are valid in the Chinese tables too, so whether they can be decoded proves nothing.
 */
export function guessEastAsian(bytes: Uint8Array): 'shift_jis' | 'euc-jp' | 'euc-kr' | undefined {
  const sample = bytes.length > SAMPLE ? bytes.subarray(0, SAMPLE) : bytes;
  const euc = countEuc(sample);
  if (euc.pairs >= 4 && euc.stray === 0) {
    // Rows 16 to 40 of KS X 1001 are Hangul, the rest Chinese characters; Chinese text is spread over rows 16 to 87 of GB 2312.
    if (euc.hangul >= euc.pairs * 0.85) return 'euc-kr';
    // Rows 4 and 5 are kana in JIS X 0208 and in GB 2312, but only Japanese writes in them.
    if (euc.kana >= euc.pairs * 0.25) return 'euc-jp';
    return undefined;
  }
  const sjis = countShiftJis(sample);
  return sjis.pairs >= 4 && sjis.stray === 0 && sjis.kana >= sjis.pairs * 0.3 && sjis.half <= sjis.pairs * 0.2
    ? 'shift_jis'
    : undefined;
}

/** Pairs of bytes from A1 to FE. A byte that has no partner inside the sample is stray. */
function countEuc(bytes: Uint8Array): { pairs: number; hangul: number; kana: number; stray: number } {
  const found = { pairs: 0, hangul: 0, kana: 0, stray: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    // Half-width kana (8E) and the second plane (8F) of EUC-JP.
    if (lead === 0x8e && inGraphic(bytes[i + 1])) {
      i++;
      continue;
    }
    if (i + 1 === bytes.length) break;
    if (!inGraphic(lead) || !inGraphic(bytes[i + 1])) {
      found.stray++;
      continue;
    }
    i++;
    // Row 1 to 3 are punctuation and wide ASCII everywhere.
    if (lead <= 0xa3) continue;
    found.pairs++;
    if (lead >= 0xb0 && lead <= 0xc8) found.hangul++;
    else if (lead === 0xa4 || lead === 0xa5) found.kana++;
  }
  return found;
}

const inGraphic = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xa1 && byte <= 0xfe;

function countShiftJis(bytes: Uint8Array): { pairs: number; kana: number; half: number; stray: number } {
  const found = { pairs: 0, kana: 0, half: 0, stray: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xdf) {
      found.half++;
      continue;
    }
    if (i + 1 === bytes.length) break;
    const trail = bytes[i + 1]!;
    const valid =
      ((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)) &&
      trail >= 0x40 &&
      trail <= 0xfc &&
      trail !== 0x7f;
    if (!valid) {
      found.stray++;
      continue;
    }
    i++;
    if (lead === 0x81) continue;
    found.pairs++;
    if ((lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail <= 0x96)) found.kana++;
  }
  return found;
}
