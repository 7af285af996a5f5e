import { InsertionMode, type Parser, Token } from 'parse5';

/** Where the builder treats spaces and other characters alike, so a run need not be cut into words. */
const ALIKE = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
  InsertionMode.TEXT,
]);
const SPACES = /[\t\n\f\r ]+/y;
const OTHERS = /[^\t\n\f\r ]+/y;

/** Gives text to the tree builder as it wants it: runs of spaces and runs of other characters, whole where that is the same. */
export function emitText(parser: Parser<never>, text: string, foreign: boolean): void {
  let at = 0;
  while (at < text.length) {
    SPACES.lastIndex = at;
    const spaces = SPACES.exec(text);
    const whole = foreign || ALIKE.has(parser.insertionMode);
    if (spaces && (!whole || parser.skipNextNewLine || at + spaces[0].length === text.length)) {
      parser.onWhitespaceCharacter({
        type: Token.TokenType.WHITESPACE_CHARACTER,
        chars: spaces[0],
        location: null,
      });
      at += spaces[0].length;
      continue;
    }
    let end = text.length;
    if (!whole) {
      OTHERS.lastIndex = at;
      OTHERS.exec(text);
      end = OTHERS.lastIndex;
    }
    parser.onCharacter({ type: Token.TokenType.CHARACTER, chars: text.slice(at, end), location: null });
    at = end;
  }
}
