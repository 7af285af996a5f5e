/** What stands in a document, in its order. Nothing is decoded; nesting is the caller's business. */
export interface XmlEvents {
  /** Name as written; attributes as [name, value, name, value, …] or `undefined` for none. */
  open(name: string, attributes: string[] | undefined, closed: boolean): void;
  close(name: string): void;
  text(part: string, cdata: boolean): void;
}

const GT = 62;
const SLASH = 47;
const EQUALS = 61;
/** Letters, `_`, `:` and everything beyond ASCII; after `<` anything else is text: `5 <6`. */
const beginsName = (c: number): boolean => ((c | 32) >= 97 && (c | 32) <= 122) || c === 95 || c === 58 || c >= 128;
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);

/**
 * Tags, text and CDATA of anything that means to be XML. One pass: every search goes forward from where the last ended, so hostile
 * text costs no more than its length. Forgiving: `<` before what begins no name is text, an attribute may lack quotes or value, what is cut off
 * ends where the text ends. Declarations, comments and processing instructions are passed over.
 */
export function scanXml(source: string, events: XmlEvents): void {
  const end = source.length;
  const left: Left = { cdataEnds: true };
  let at = 0;
  while (at < end) {
    const lt = source.indexOf('<', at);
    if (lt < 0) {
      events.text(at === 0 ? source : source.slice(at), false);
      return;
    }
    if (lt > at) events.text(source.slice(at, lt), false);
    const c = source.charCodeAt(lt + 1);
    if (c === SLASH) at = closeTag(source, lt, events);
    else if (c === 33) at = bang(source, lt, events, left);
    else if (c === 63) at = behind(source, '?>', lt + 2);
    else if (lt + 1 >= end) return;
    else if (!beginsName(c)) {
      events.text('<', false);
      at = lt + 1;
    } else at = openTag(source, lt, events);
  }
}

/** What is still to come: nothing is searched for twice that was not found once. */
interface Left {
  cdataEnds: boolean;
}

function behind(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

/** `<!…`: CDATA, a comment, or a declaration. */
function bang(source: string, lt: number, events: XmlEvents, left: Left): number {
  if (source.startsWith('[CDATA[', lt + 2) || source.startsWith('[cdata[', lt + 2)) {
    const found = left.cdataEnds ? source.indexOf(']]>', lt + 9) : -1;
    left.cdataEnds = found >= 0;
    const stop = found < 0 ? endOfOpenCdata(source, lt + 9) : found;
    if (stop > lt + 9) events.text(source.slice(lt + 9, stop), true);
    return found < 0 ? stop : stop + 3;
  }
  if (source.startsWith('--', lt + 2)) return behind(source, '-->', lt + 4);
  return behind(source, '>', lt + 2);
}

/** CDATA whose end is missing ends with the field that it stands in. */
function endOfOpenCdata(source: string, from: number): number {
  FIELD_END.lastIndex = from;
  return FIELD_END.exec(source)?.index ?? source.length;
}
const FIELD_END = /<\/(?:description|title|content:encoded|content|summary|link|guid|category|item|entry)\s*>/gi;

function closeTag(source: string, lt: number, events: XmlEvents): number {
  const gt = source.indexOf('>', lt + 2);
  if (gt < 0) return source.length;
  let from = lt + 2;
  while (from < gt && isSpace(source.charCodeAt(from))) from++;
  let to = from;
  while (to < gt && !isSpace(source.charCodeAt(to))) to++;
  if (to > from) events.close(source.slice(from, to));
  return gt + 1;
}

function openTag(source: string, lt: number, events: XmlEvents): number {
  const end = source.length;
  let at = lt + 1;
  let c = source.charCodeAt(at);
  while (at < end && c !== GT && c !== SLASH && !isSpace(c)) c = source.charCodeAt(++at);
  const name = source.slice(lt + 1, at);
  let attributes: string[] | undefined;
  for (;;) {
    while (at < end && isSpace(c)) c = source.charCodeAt(++at);
    if (at >= end) return end;
    if (c === GT) {
      events.open(name, attributes, false);
      return at + 1;
    }
    if (c === SLASH) {
      c = source.charCodeAt(++at);
      if (c !== GT) continue;
      events.open(name, attributes, true);
      return at + 1;
    }
    // Name of an attribute; a stray `=` is skipped.
    const from = at;
    while (at < end && c !== EQUALS && c !== GT && c !== SLASH && !isSpace(c)) c = source.charCodeAt(++at);
    const key = source.slice(from, at);
    while (at < end && isSpace(c)) c = source.charCodeAt(++at);
    let value = '';
    if (c === EQUALS) {
      do c = source.charCodeAt(++at);
      while (at < end && isSpace(c));
      if (c === 34 || c === 39) {
        const close = source.indexOf(c === 34 ? '"' : "'", at + 1);
        if (close < 0) return end;
        value = source.slice(at + 1, close);
        at = close + 1;
      } else {
        const start = at;
        while (at < end && c !== GT && !isSpace(c)) c = source.charCodeAt(++at);
        value = source.slice(start, at);
      }
      c = source.charCodeAt(at);
    }
    if (key === '') continue;
    attributes ??= [];
    attributes.push(key, value);
  }
}
