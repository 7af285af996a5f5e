/** A piece of HTML as our own cleaner writes it; anything else is read leniently and can only lose meaning, not gain it. */
export type HtmlToken =
  | { kind: 'text'; raw: string }
  | { kind: 'open'; name: string; attributes: [name: string, raw: string][] }
  | { kind: 'close'; name: string };

const NAME = /[a-zA-Z][a-zA-Z0-9-]*/y;
const ATTRIBUTE = /[\s/]*([^\s/>="'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

/** One linear pass. Comments and declarations are dropped; a tag that never ends is text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let text = 0;
  const lastTagEnd = html.lastIndexOf('>');
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || open > lastTagEnd) break;
    const next = html[open + 1] ?? '';
    if (next === '!' || next === '?') {
      const comment = html.startsWith('<!--', open);
      const found = html.indexOf(comment ? '-->' : '>', open + 2);
      if (text < open) yield { kind: 'text', raw: html.slice(text, open) };
      if (found < 0) return;
      text = at = found + (comment ? 3 : 1);
      continue;
    }
    const closing = next === '/';
    NAME.lastIndex = open + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0];
    if (name === undefined) {
      at = open + 1;
      continue;
    }
    if (text < open) yield { kind: 'text', raw: html.slice(text, open) };
    const attributes: [string, string][] = [];
    let end = NAME.lastIndex;
    for (;;) {
      ATTRIBUTE.lastIndex = end;
      const found = ATTRIBUTE.exec(html);
      if (!found) break;
      attributes.push([found[1]!.toLowerCase(), found[2] ?? found[3] ?? found[4] ?? '']);
      end = ATTRIBUTE.lastIndex;
    }
    const close = html.indexOf('>', end);
    if (close < 0) {
      text = open;
      break;
    }
    yield closing
      ? { kind: 'close', name: name.toLowerCase() }
      : { kind: 'open', name: name.toLowerCase(), attributes };
    text = at = close + 1;
  }
  if (text < html.length) yield { kind: 'text', raw: html.slice(text) };
}
