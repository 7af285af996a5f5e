import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { html as names, type Parser, Token, Tokenizer, TokenizerMode } from 'parse5';
import { emitText } from './emit-text.ts';
import { endOfScript, endOfText } from './raw-text.ts';

const TAB = 9;
const NEWLINE = 10;
const FORM_FEED = 12;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

const isSpace = (code: number): boolean => code === SPACE || code === NEWLINE || code === TAB || code === FORM_FEED;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** From this many attributes on their names are kept in a set: looking through a list takes square time. */
const MANY = 24;
/** Attributes of one element; what follows is dropped. */
const MOST = 1000;
/** Names of tags and attributes that are remembered at most. */
const KNOWN_MOST = 5000;
const known = new Map<string, string>();

/** The name in lower case (ASCII only), the same string for the same name. */
function intern(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const lower = /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()) : name;
  if (known.size >= KNOWN_MOST || name.length > 40) return lower;
  // cut from a string of its own: V8 lets a slice of the page keep the whole page in memory
  const own = ` ${lower}`.slice(1);
  known.set(lower === name ? own : ` ${name}`.slice(1), own);
  return own;
}

/**
 * A tokenizer of whole documents for parse5's tree builder. It gives the builder what parse5's own tokenizer gives it (a property test
 * holds the two trees together), but jumps from mark to mark where that one calls a state for every character. Input without U+0000,
 * line ends already \n.
 */
export class PageTokenizer {
  /** set by the tree builder: what kind of text follows the tag just given to it */
  state: number = TokenizerMode.DATA;
  inForeignNode = false;
  lastStartTagName = '';
  /** position of what is read next */
  private at = 0;
  private readonly html: string;
  private readonly parser: Parser<never>;

  constructor(html: string, parser: Parser<never>) {
    this.html = html;
    this.parser = parser;
  }

  /** Reads on until the end or until `full` says so; whether all was read. */
  run(full: () => boolean): boolean {
    const { html } = this;
    while (this.at < html.length && !full()) {
      if (this.state === TokenizerMode.DATA) this.data();
      else this.rawText();
    }
    this.parser.onEof({ type: Token.TokenType.EOF, location: null });
    return this.at >= html.length;
  }

  private data(): void {
    const { html } = this;
    const from = this.at;
    let mark = from;
    for (;;) {
      mark = html.indexOf('<', mark);
      if (mark < 0) mark = html.length;
      if (mark >= html.length || opensTag(html, mark)) break;
      mark++;
    }
    if (mark > from) this.text(from, mark, true);
    this.at = mark;
    if (mark >= html.length) return;
    const next = html.charCodeAt(mark + 1);
    if (next === BANG) this.declaration(mark);
    else if (next === QUESTION) this.bogusComment(mark + 1);
    else if (next !== SLASH) this.tag(mark + 1, Token.TokenType.START_TAG);
    else if (isLetter(html.charCodeAt(mark + 2))) this.tag(mark + 2, Token.TokenType.END_TAG);
    else if (html.charCodeAt(mark + 2) === GREATER) this.at = mark + 3;
    else this.bogusComment(mark + 2);
  }

  private text(from: number, to: number, decode: boolean): void {
    const raw = this.html.slice(from, to);
    emitText(this.parser, decode && raw.includes('&') ? decodeHTML(raw) : raw, this.inForeignNode);
  }

  /** Content of script, style, title, textarea and their like up to their end tag, or the rest of the page. */
  private rawText(): void {
    const { html, at, state } = this;
    const end =
      state === TokenizerMode.PLAINTEXT
        ? html.length
        : state === TokenizerMode.SCRIPT_DATA
          ? endOfScript(html, at, this.lastStartTagName)
          : endOfText(html, at, this.lastStartTagName);
    if (end > at) this.text(at, end, state === TokenizerMode.RCDATA);
    this.at = end;
    if (end >= html.length) return;
    this.state = TokenizerMode.DATA;
    this.tag(end + 2, Token.TokenType.END_TAG);
  }

  private declaration(mark: number): void {
    const { html } = this;
    if (html.startsWith('--', mark + 2)) this.comment(mark + 4);
    else if (this.inForeignNode && html.startsWith('[CDATA[', mark + 2)) {
      const end = html.indexOf(']]>', mark + 9);
      const stop = end < 0 ? html.length : end;
      if (stop > mark + 9) this.text(mark + 9, stop, false);
      this.at = end < 0 ? stop : end + 3;
    } else if (/^doctype$/i.test(html.slice(mark + 2, mark + 9))) {
      const end = html.indexOf('>', mark);
      this.at = end < 0 ? html.length : end + 1;
      const parser = this.parser;
      // Every state of a doctype ends at the first `>`, so parse5 may read it by itself: once a page.
      const own = new Tokenizer(
        { sourceCodeLocationInfo: false },
        { ...NO_HANDLER, onDoctype: (token) => parser.onDoctype(token) },
      );
      own.write(html.slice(mark, this.at), true);
    } else this.bogusComment(mark + 2);
  }

  private comment(from: number): void {
    const { html } = this;
    const short = html.startsWith('>', from) ? 1 : html.startsWith('->', from) ? 2 : 0;
    if (short > 0) {
      this.at = from + short;
      this.emitComment('');
      return;
    }
    let dashes = html.indexOf('--', from);
    while (dashes >= 0) {
      if (html.charCodeAt(dashes + 2) === GREATER) break;
      if (html.charCodeAt(dashes + 2) === BANG && html.charCodeAt(dashes + 3) === GREATER) break;
      dashes = html.indexOf('--', dashes + 1);
    }
    if (dashes < 0) {
      this.at = html.length;
      this.emitComment(html.slice(from).replace(/(?:--!?|-)$/, ''));
      return;
    }
    this.at = dashes + (html.charCodeAt(dashes + 2) === BANG ? 4 : 3);
    this.emitComment(html.slice(from, dashes));
  }

  private bogusComment(from: number): void {
    const { html } = this;
    const end = html.indexOf('>', from);
    this.at = end < 0 ? html.length : end + 1;
    this.emitComment(html.slice(from, end < 0 ? html.length : end));
  }

  private emitComment(data: string): void {
    this.parser.onComment({ type: Token.TokenType.COMMENT, data, location: null });
  }

  /** From the first letter of its name to its `>`; a tag that the page breaks off is nothing. */
  private tag(from: number, type: Token.TokenType.START_TAG | Token.TokenType.END_TAG): void {
    const { html } = this;
    const { length } = html;
    let i = from;
    for (; i < length; i++) {
      const code = html.charCodeAt(i);
      if (code === GREATER || code === SLASH || isSpace(code)) break;
    }
    const tagName = intern(html.slice(from, i));
    const attrs: Token.Attribute[] = [];
    let selfClosing = false;
    let seen: Set<string> | undefined;
    for (;;) {
      while (i < length && isSpace(html.charCodeAt(i))) i++;
      if (i >= length) {
        this.at = length;
        return;
      }
      const code = html.charCodeAt(i);
      if (code === GREATER) break;
      if (code === SLASH) {
        i++;
        if (html.charCodeAt(i) === GREATER) {
          selfClosing = true;
          break;
        }
        continue;
      }
      const start = i;
      if (code === EQUALS) i++;
      for (; i < length; i++) {
        const next = html.charCodeAt(i);
        if (next === EQUALS || next === GREATER || next === SLASH || isSpace(next)) break;
      }
      const name = intern(html.slice(start, i));
      while (i < length && isSpace(html.charCodeAt(i))) i++;
      let value = '';
      if (html.charCodeAt(i) === EQUALS) {
        i++;
        while (i < length && isSpace(html.charCodeAt(i))) i++;
        const quote = html.charCodeAt(i);
        let end: number;
        if (quote === QUOTE || quote === APOSTROPHE) {
          i++;
          end = html.indexOf(quote === QUOTE ? '"' : "'", i);
          if (end < 0) {
            this.at = length;
            return;
          }
        } else {
          end = i;
          for (; end < length; end++) {
            const next = html.charCodeAt(end);
            if (next === GREATER || isSpace(next)) break;
          }
        }
        value = html.slice(i, end);
        if (value.includes('&')) value = decodeHTMLAttribute(value);
        i = quote === QUOTE || quote === APOSTROPHE ? end + 1 : end;
      }
      if (attrs.length < MANY) {
        if (!isNamed(attrs, name)) attrs.push({ name, value });
      } else {
        seen ??= new Set(attrs.map((one) => one.name));
        if (attrs.length >= MOST || seen.has(name)) continue;
        seen.add(name);
        attrs.push({ name, value });
      }
    }
    this.at = i + 1;
    const token: Token.TagToken = {
      type,
      tagName,
      tagID: names.getTagID(tagName),
      selfClosing,
      ackSelfClosing: false,
      attrs,
      location: null,
    };
    if (type === Token.TokenType.START_TAG) {
      this.lastStartTagName = tagName;
      this.parser.onStartTag(token);
    } else this.parser.onEndTag(token);
  }
}

function isNamed(attrs: readonly Token.Attribute[], name: string): boolean {
  for (let i = 0; i < attrs.length; i++) if (attrs[i]!.name === name) return true;
  return false;
}

/** `<` that begins a tag, a comment or a declaration and not just text. */
function opensTag(html: string, mark: number): boolean {
  const next = html.charCodeAt(mark + 1);
  return isLetter(next) || next === BANG || next === QUESTION || (next === SLASH && mark + 2 < html.length);
}

const nothing = (): void => undefined;
const NO_HANDLER = {
  onComment: nothing,
  onDoctype: nothing,
  onStartTag: nothing,
  onEndTag: nothing,
  onEof: nothing,
  onCharacter: nothing,
  onNullCharacter: nothing,
  onWhitespaceCharacter: nothing,
};
