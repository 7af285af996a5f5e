/** Embedding, override and isolate controls: harmless in <bdi>, not in a title bar or another program's list. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

/** At most `most` UTF-16 units, an ellipsis where something was cut, never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** For places that cannot isolate direction: window titles, attributes, feeds. */
export const withoutBidi = (text: string): string => (BIDI_CONTROL.test(text) ? text.replace(BIDI_CONTROLS, '') : text);
