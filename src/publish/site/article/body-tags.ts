/** Tags that may stand in a body, with the attributes each may keep. Everything else loses its tag and keeps its text. */
const GLOBAL = ['lang', 'dir'];
const TAGS: Record<string, string[]> = {
  a: ['href', 'title'],
  abbr: ['title'],
  audio: ['src'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  source: ['src', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['src', 'poster', 'width', 'height'],
};
const BARE = `b bdi bdo br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd mark p pre rb
  rp rt rtc ruby s samp section small span strong sub summary sup table tbody tfoot thead tr u ul var wbr`;

export const BODY_TAGS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...BARE.split(/\s+/).map((name) => [name, new Set(GLOBAL)] as const),
  ...Object.entries(TAGS).map(([name, attributes]) => [name, new Set([...GLOBAL, ...attributes])] as const),
]);

/** Their content goes with them. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style iframe object embed noscript template svg math select textarea title head noembed noframes xmp plaintext'.split(
    ' ',
  ),
);

export const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'source', 'wbr']);

export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster']);
