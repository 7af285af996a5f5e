/** Namespaces by what their address begins with (lower case, no scheme), and the prefix we know them by. */
const KNOWN: [string, string][] = [
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/atom', 'atom'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules/link', 'l'],
  ['purl.org/dc/elements', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0', ''],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast', 'itunes'],
  ['www.itunes.com/dtd/podcast', 'itunes'],
  ['example.com/dtds/podcast', 'itunes'],
  ['www.georss.org', 'georss'],
  ['purl.org/syndication/thread', 'thr'],
  ['webfeeds.org/rss', 'webfeeds'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['my.netscape.com', ''],
  ['channel.netscape.com', ''],
  ['backend.userland.com', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss', ''],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1998/math', 'mathml'],
];

/** The prefix we know a namespace by; undefined for a namespace we do not know. */
export function prefixOf(uri: string): string | undefined {
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  return KNOWN.find(([start]) => plain.startsWith(start))?.[1];
}
