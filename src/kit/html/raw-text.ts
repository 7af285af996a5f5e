/** Where the end tag of an element of raw text begins (its `<`), or the length of the page: the element stays open. */
export function endOfText(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (isEnd(html, at, name)) return at;
  return html.length;
}

const MARKS = /<!--|-->|<\/?script(?=[\t\n\f />])/gi;

/** The same for a script, which may hold comments that hold scripts: their end tags end nothing (script data escaped states). */
export function endOfScript(html: string, from: number, name: string): number {
  const end = endOfText(html, from, name);
  // looked for no further than the end, or a page of many scripts takes square time
  const comment = html.slice(from, end).indexOf('<!--');
  if (comment < 0) return end;
  let state: 'data' | 'escaped' | 'double' = 'data';
  MARKS.lastIndex = from + comment;
  for (let mark = MARKS.exec(html); mark; mark = MARKS.exec(html)) {
    const [text] = mark;
    if (text === '<!--') {
      if (state !== 'data') continue;
      state = 'escaped';
      // its own dashes may be the first of `-->`
      MARKS.lastIndex = mark.index + 2;
    } else if (text === '-->') state = 'data';
    else if (text[1] !== '/') state = state === 'escaped' ? 'double' : state;
    else if (state === 'double') state = 'escaped';
    else return mark.index;
  }
  return html.length;
}

function isEnd(html: string, at: number, name: string): boolean {
  const after = html.charCodeAt(at + 2 + name.length);
  if (after !== 62 && after !== 47 && after !== 32 && after !== 10 && after !== 9 && after !== 12) return false;
  for (let i = 0; i < name.length; i++) if ((html.charCodeAt(at + 2 + i) | 32) !== name.charCodeAt(i)) return false;
  return true;
}
