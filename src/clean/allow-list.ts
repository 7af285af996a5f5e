const words = (list: string): string[] => list.trim().split(/\s+/);

/** Blocks that keep their name, and what others become. What stands in no list here is only a boundary between paragraphs. */
export const BLOCKS: Record<string, string> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
  ul: 'ul',
  ol: 'ol',
  menu: 'ul',
  dir: 'ul',
  li: 'li',
  blockquote: 'blockquote',
  pre: 'pre',
  listing: 'pre',
  table: 'table',
  caption: 'caption',
  thead: 'thead',
  tbody: 'tbody',
  tfoot: 'tfoot',
  tr: 'tr',
  td: 'td',
  th: 'th',
  figure: 'figure',
  figcaption: 'figcaption',
};

export const INLINES: Record<string, string> = {
  a: 'a',
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  ruby: 'ruby',
  rt: 'rt',
  rp: 'rp',
};

/** Gone with all they hold. */
export const DROPPED = new Set(
  words(`script style template frame frameset object embed applet param form input button select textarea option optgroup datalist output
    meter progress svg canvas head title meta link base basefont bgsound noembed noframes plaintext xmp map area dialog portal slot
    track source`),
);

/** Boundaries of paragraphs. */
export const FLOW = new Set(
  words(`p div section article main header footer aside nav address center details summary noscript fieldset legend hgroup dl dt dd body
    html marquee multicol`),
);

/** Blocks whose text stands in them directly. */
export const PHRASING = new Set(['h2', 'h3', 'h4', 'pre', 'caption', 'figcaption']);

/** Blocks that may hold other blocks. */
export const HOLDS_BLOCKS = new Set(['blockquote', 'li', 'td', 'th']);
