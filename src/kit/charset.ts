import iconv from 'iconv-lite';
import jschardet from 'jschardet';
import { guessEastAsian, isMostlyUtf8 } from './guess-charset.ts';

export interface Decoded {
  text: string;
  /** lower-case name the bytes were read as */
  encoding: string;
}

/** Bytes looked at for a declaration. */
const HEAD = 2048;
/** Bytes for the last guess, from the first that is not ASCII on; it costs more than everything else together. */
const GUESSED = 2048;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes to text. Order: BOM, strict UTF-8, HTTP charset, XML or meta declaration, UTF-8 with a fault, Japanese and Korean by their
 * look, strict gb18030, strict big5, declared (lossy), last guess. gbk and gb2312 are read as gb18030. A declared latin-1 is believed only after the strict attempts: it fits any bytes.
 */
export function decodeBytes(bytes: Uint8Array, hints: { contentType?: string }): Decoded {
  const decoded = decode(bytes, hints);
  if (decoded.encoding === 'utf-8' && !hasControls(bytes)) return decoded;
  if (!/[\u0080-\u009f]/.test(decoded.text)) return decoded;
  let { text } = decoded;
  // one by one: a function called for every third character of 20 MB takes hundreds of megabytes
  for (const [control, meant] of WINDOWS) if (text.includes(control)) text = text.replaceAll(control, meant);
  return { ...decoded, text };
}

/** C1 controls in text are characters of windows-1252 that somebody labelled otherwise; five bytes are controls there too. */
const WINDOWS: readonly (readonly [string, string])[] = Array.from({ length: 32 }, (_, i): [string, string] => [
  String.fromCharCode(0x80 + i),
  new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)),
]).filter(([control, meant]) => control !== meant);

/** A C1 control in UTF-8 is C2 and a byte up to 9F; C2 is rare otherwise, and never inside another character. */
function hasControls(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xc2), seen = 0; at >= 0; at = bytes.indexOf(0xc2, at + 1))
    if ((bytes[at + 1] ?? 0xff) < 0xa0 || ++seen > 2000) return true;
  return false;
}

function decode(bytes: Uint8Array, hints: { contentType?: string }): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  const declared = [charsetOf(hints.contentType), declaration(bytes)].filter((name) => name !== undefined);
  const utf8 = strictly(bytes, 'utf-8');
  // ISO-2022 and HZ are pure ASCII bytes, so valid UTF-8 proves nothing there.
  const escaped =
    declared.find((name) => /^(iso-2022|hz-gb)/.test(name)) ?? (hasJapaneseEscapes(bytes) ? 'iso-2022-jp' : undefined);
  if (escaped && utf8 !== undefined && hasEscapes(bytes)) return { text: read(bytes, escaped), encoding: escaped };
  const utf7 = declared.find((name) => name === 'utf-7');
  if (utf7) return { text: iconv.decode(viewOf(bytes), 'utf-7'), encoding: 'utf-7' };
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  for (const name of declared) {
    if (name === 'utf-8' || isLatin(name)) continue;
    const text = strictly(bytes, name);
    if (text !== undefined) return { text, encoding: name };
  }
  if (isMostlyUtf8(bytes)) return { text: read(bytes, 'utf-8'), encoding: 'utf-8' };
  const latin = declared.find(isLatin);
  if (!latin || mostlyDouble(bytes)) {
    const asian = guessEastAsian(bytes);
    const text = asian && strictly(bytes, asian);
    if (asian && text !== undefined) return { text, encoding: asian };
    for (const name of ['gb18030', 'big5']) {
      const text = strictly(bytes, name);
      if (text !== undefined && plausible(text) && mostlyUsual(bytes, name)) return { text, encoding: name };
    }
  }
  // What claims to be UTF-8 and is not has been somebody's table of single bytes.
  const best = declared.find((name) => name !== 'utf-8' && supported(name));
  if (best) return { text: read(bytes, best), encoding: best };
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const guess = jschardet.detect(Buffer.from(bytes.subarray(first, first + GUESSED))).encoding?.toLowerCase();
  const name = guess && GUESSES.test(guess) && supported(guess) ? normalise(guess) : 'windows-1252';
  return { text: read(bytes, name), encoding: name };
}

/** Tables that are met in the wild; a guess at any other is a bad guess. */
const GUESSES = /^(windows-125\d|koi8-[ru]|iso-?8859-[2579]|ibm866|x-?mac.*|tis-620|euc-.*|big5|gb.*|shift_jis)$/;

function byteOrderMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes;
  const after = (n: number, encoding: string): Decoded => ({ text: read(bytes.subarray(n), encoding), encoding });
  if (a === 0xef && b === 0xbb && c === 0xbf) return after(3, 'utf-8');
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return after(4, 'utf-32le');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return after(4, 'utf-32be');
  if (a === 0xff && b === 0xfe) return after(2, 'utf-16le');
  if (a === 0xfe && b === 0xff) return after(2, 'utf-16be');
  return undefined;
}

/** UTF-16 and UTF-32 whose first characters are ASCII markup, without a mark. */
function wideWithoutMark(bytes: Uint8Array): Decoded | undefined {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  const encoding =
    a === 0 && b === 0 && c === 0 && d !== 0
      ? 'utf-32be'
      : a !== 0 && b === 0 && c === 0 && d === 0
        ? 'utf-32le'
        : a === 0 && b !== 0 && c === 0 && d !== 0
          ? 'utf-16be'
          : a !== 0 && b === 0 && c !== 0 && d === 0
            ? 'utf-16le'
            : undefined;
  return encoding === undefined ? undefined : { text: read(bytes, encoding), encoding };
}

export function charsetOf(contentType: string | undefined): string | undefined {
  const found = /charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)/i.exec(contentType ?? '')?.[1];
  return found === undefined ? undefined : normalise(found);
}

/** What an XML declaration or an HTML meta says in the first bytes. EBCDIC declarations are read as such. */
function declaration(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x4c && bytes[1] === 0x6f && bytes[2] === 0xa7 && bytes[3] === 0x94) {
    const ebcdic = iconv.encodingExists('cp037') ? iconv.decode(Buffer.from(bytes.subarray(0, HEAD)), 'cp037') : '';
    return named(/encoding\s*=\s*["']([^"']+)["']/i.exec(ebcdic)?.[1]);
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1');
  const xml = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/i.exec(head)?.[1];
  const meta = /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})/i.exec(head)?.[1];
  return named(xml ?? meta);
}

const named = (name: string | undefined): string | undefined => (name === undefined ? undefined : normalise(name));

function normalise(name: string): string {
  const lower = name.trim().toLowerCase();
  if (/^(gb_?2312(-80)?|gbk|x-gbk|cp936|ms936|windows-936|chinese|csgb2312|gb18030)$/.test(lower)) return 'gb18030';
  if (/^(utf8|utf-8|unicode-1-1-utf-8)$/.test(lower)) return 'utf-8';
  if (/^(big5-hkscs|cn-big5|x-x-big5|csbig5)$/.test(lower)) return 'big5';
  if (/^(x-sjis|shift-jis|sjis|ms_kanji|windows-31j)$/.test(lower)) return 'shift_jis';
  if (/^(ks_c_5601.*|ksc5601|windows-949|uhc|korean)$/.test(lower)) return 'euc-kr';
  return lower;
}

const isLatin = (name: string): boolean =>
  /^(iso-?8859-1|iso_8859-1|latin-?1|l1|windows-1252|cp1252|us-ascii|ascii|ansi_x3.*)$/.test(name);

const hasEscapes = (bytes: Uint8Array): boolean =>
  bytes.includes(0x1b) || (bytes.includes(0x7e) && bytes.includes(0x7b));

/** ESC $ @ and ESC $ B begin Japanese characters (ISO-2022-JP) and nothing else. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  return false;
}

function supported(name: string): boolean {
  return webDecoder(name) !== undefined || iconv.encodingExists(name);
}

/** Node's own big5 lacks the Hong Kong set. */
function webDecoder(name: string, fatal = false): InstanceType<typeof TextDecoder> | undefined {
  if (name === 'big5') return undefined;
  try {
    return new TextDecoder(name, { fatal });
  } catch {
    return undefined;
  }
}

function strictly(bytes: Uint8Array, name: string): string | undefined {
  if (name !== 'utf-8' && !webDecoder(name)) {
    if (!iconv.encodingExists(name)) return undefined;
    // noise shows itself at once; the last characters may be cut in two
    const head = iconv.decode(viewOf(bytes.subarray(0, HEAD)), ours(name));
    if (head.slice(0, -2).includes('\ufffd')) return undefined;
    const text = iconv.decode(viewOf(bytes), ours(name));
    return text.includes('\ufffd') ? undefined : text;
  }
  try {
    return name === 'utf-8' ? UTF8.decode(bytes) : webDecoder(name, true)!.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The same bytes, not a copy of them. */
const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const ours = (name: string): string => (name === 'big5' ? 'big5-hkscs' : name);

/** Lossy. */
function read(bytes: Uint8Array, name: string): string {
  if (/^utf-?32/.test(name)) return iconv.decode(viewOf(bytes), ours(name));
  return webDecoder(name)?.decode(bytes) ?? iconv.decode(viewOf(bytes), ours(name));
}

/** At least a third of the high bytes come in pairs, as double-byte text does and accented letters do not. */
function mostlyDouble(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x81) continue;
    high++;
    if ((bytes[i + 1] ?? 0) >= 0x40 && (bytes[i + 1] ?? 0) >= 0x81) {
      paired += 2;
      high++;
      i++;
    }
  }
  return high >= 8 && paired / high > 0.8;
}

/**
 * Both tables of Chinese begin with the characters that are used and end with those that are not; letters of Greek or Turkish taken for
 * pairs come to lie at the end. First bytes of the frequent level: GB 2312 rows 16 to 55, Big5 level 1.
 */
function mostlyUsual(bytes: Uint8Array, name: string): boolean {
  const [from, to] = name === 'big5' ? [0xa4, 0xc6] : [0xb0, 0xd7];
  let usual = 0;
  let rare = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x81) continue;
    i++;
    if (byte >= from && byte <= to) usual++;
    else if (byte > to) rare++;
  }
  return usual >= rare;
}

/**
 * Chinese text is mostly common characters; bytes read in the wrong table give rare ones and private use. And it stands in runs: what
 * touches a Latin letter every time is an accented letter and the one after it.
 */
function plausible(text: string): boolean {
  let common = 0;
  let rare = 0;
  let touching = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x2e80 || (code >= 0xdc00 && code <= 0xdfff)) continue;
    if ((code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x3000 && code <= 0x30ff) || (code >= 0xff00 && code <= 0xffef))
      common++;
    else rare++;
    if (isLetter(text.charCodeAt(i - 1)) || isLetter(text.charCodeAt(i + 1))) touching++;
  }
  return common > 0 && rare <= common / 10 && touching <= (common + rare) / 2;
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
