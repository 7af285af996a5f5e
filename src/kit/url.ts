/** Query parameters that only say where a reader came from. */
const TRACKING = /^(utm_|spm$|from$|fr$|share|wfr$|scm$|fbclid$|gclid$|mc_|ref_src$|isappinstalled$|nsukey$)/i;

/** Fragments that lead to another document: routes inside a page drawn by scripts, and entries that have no address. */
const NAMING = /^#(?:!?\/[^#]*\w|![\w-]|entry-[0-9a-f]{16}$)/;

/** The address of an entry that has none: that of its source, and what tells it from the others. `hash`: hexadecimal. */
export const entryAddress = (source: string, hash: string): string =>
  `${canonicalUrl(source)}#entry-${hash.slice(0, 16)}`;

/** Absolute http(s) address, or undefined when it cannot be one. Protocol-relative takes the base's protocol, https without one. */
export function absoluteUrl(address: string, base?: string): string | undefined {
  const trimmed = address.trim().replace(/[\t\n\r]/g, '');
  if (trimmed === '') return undefined;
  try {
    const url = new URL(trimmed.startsWith('//') && !base ? `https:${trimmed}` : trimmed, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The form under which an article is identified: host lower case, no default port, no credentials, no fragment but one that names
 * the article (`#/news/12`, `#!news`, our own `#entry-…`), tracking parameters dropped, the others kept in order, no empty query.
 */
export function canonicalUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (!NAMING.test(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if ([...url.searchParams.keys()].length === 0) url.search = '';
  return url.href;
}

/** `host[:port]` of an address, lower case; '' when it has none. The unit of politeness. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}

/** The address without user name and password, for logs and problems. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}
