import { InsertionMode, type Parser, Token } from 'parse5';

/** Where the builder treats spaces and other characters alike, so a run need not be cut into words. */
const ALIKE = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
  InsertionMode.TEXT,
]);
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

/** Gives text to the tree builder as it wants it: runs of spaces and runs of other characters, whole where that is the same. */
export function emitText(parser: Parser<never>, text: string, foreign: boolean): void {
  let at = 0;
  while (at < text.length) {
    const whole = foreign || ALIKE.has(parser.insertionMode);
    let spaces = at;
    while (spaces < text.length && isSpace(text.charCodeAt(spaces))) spaces++;
    if (spaces > at && (!whole || parser.skipNextNewLine || spaces === text.length)) {
      parser.onWhitespaceCharacter({
        type: Token.TokenType.WHITESPACE_CHARACTER,
        chars: text.slice(at, spaces),
        location: null,
      });
      at = spaces;
      continue;
    }
    let end = whole ? text.length : spaces;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    parser.onCharacter({ type: Token.TokenType.CHARACTER, chars: text.slice(at, end), location: null });
    at = end;
  }
}
