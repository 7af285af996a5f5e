/** Elements that run or style, and go with what they hold. */
const WHOLE = new Set(['script', 'style', 'applet']);
/** Elements that load something in, or speak for the whole page; what they hold stays. */
const TAGS = new Set(
  'iframe frame frameset object embed param link meta base noembed bgsound layer ilayer xml isindex'.split(' '),
);
/** An address that runs, with whatever browsers overlook before and in its scheme. */
const RUNS =
  /(\s(?:xlink:)?(?:href|src|action|formaction|data|background|poster)\s*=\s*)("[\0-\x20]*(?:java|vb|live)script\s*:[^"]*"|'[\0-\x20]*(?:java|vb|live)script\s*:[^']*'|(?:java|vb|live)script:[^\s>]*)/gi;
const NAME = /[a-z][a-z\d]*/iy;
const ACTIVE = new RegExp(`<\\/?(?:${[...WHOLE, ...TAGS].join('|')})\\b|script\\s*:`, 'i');

/**
 * HTML of a feed for other programs: its text and links without what runs in it or loads into it. Addresses that run
 * become empty. This is no defence: handlers stay, and cleaning is what makes HTML safe.
 */
export function inertMarkup(html: string): string {
  if (!ACTIVE.test(html)) return html;
  let out = '';
  let copied = 0;
  for (let lt = html.indexOf('<'); lt >= 0; lt = html.indexOf('<', Math.max(copied, lt + 1))) {
    if (html.startsWith('!--', lt + 1)) {
      const close = html.indexOf('-->', lt + 4);
      if (close < 0) break;
      lt = close;
      continue;
    }
    const closing = html[lt + 1] === '/';
    NAME.lastIndex = lt + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (name === undefined) continue;
    const end = endOfTag(html, NAME.lastIndex);
    if (!WHOLE.has(name) && !TAGS.has(name)) {
      // A tag without an end: what is behind it belongs to it.
      if (html[end - 1] !== '>') break;
      const tag = html.slice(lt, end);
      const tame = tag.replace(RUNS, '$1""');
      if (tame !== tag) {
        out += html.slice(copied, lt) + tame;
        copied = end;
      }
      lt = end - 1;
      continue;
    }
    out += html.slice(copied, lt);
    copied = WHOLE.has(name) && !closing && html[end - 2] !== '/' ? endOfElement(html, name, end) : end;
  }
  return copied === 0 ? html : out + html.slice(copied);
}

/** Behind the `>` of the tag; quotes may hold one. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const c = html[at]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return at + 1;
    else if ((c === '"' || c === "'") && html[at - 1] === '=') quote = c;
  }
  return html.length;
}

/** Behind the end tag of the element; one that does not end takes the rest with it. */
function endOfElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b[^>]*(?:>|$)`, 'gi');
  close.lastIndex = from;
  return close.exec(html) ? close.lastIndex : html.length;
}
