/**
 * Where a Location header leads, or undefined when it names no http(s) address. Bytes beyond ASCII (UTF-8 or GBK, given here as
 * latin-1) are percent-encoded as they are, which is what the server that wrote them understands.
 */
export function redirectTarget(location: string, from: URL): URL | undefined {
  const ascii = location.trim().replace(/[\u0080-\u00ff]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  if (ascii === '') return undefined;
  try {
    const to = new URL(ascii, from);
    if (to.protocol !== 'http:' && to.protocol !== 'https:') return undefined;
    to.hash = '';
    return to;
  } catch {
    return undefined;
  }
}
