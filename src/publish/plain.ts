/** Embedding, override and isolate controls: harmless in <bdi>, not in a title bar or another program's list. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

/** A word that the end of a text may have cut, where words stand apart; longer ones are none. */
const CUT_WORD = /[\s,;:.–-]+[\p{L}\p{M}\p{N}'’]{1,24}$/u;
const LETTER = /^[\p{L}\p{M}\p{N}]/u;
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** At most `most` UTF-16 units, an ellipsis where something was cut, never half a character nor, where words stand apart, half a word. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const whole = !LETTER.test(text.slice(kept.length)) || NO_SPACES.test(kept) ? kept : kept.replace(CUT_WORD, '');
  return `${(whole === '' ? kept : whole).trimEnd()}…`;
}

/** For places that cannot isolate direction: window titles, attributes, feeds. */
export const withoutBidi = (text: string): string => (BIDI_CONTROL.test(text) ? text.replace(BIDI_CONTROLS, '') : text);
