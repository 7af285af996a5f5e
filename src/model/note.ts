/** A non-fatal finding that travels with the article. */
export interface Note {
  /** kebab-case name, stable: `removed-qr`, `future-date-clamped` */
  code: string;
  /** one sentence for a person */
  says: string;
  /** pass or step that found it */
  step?: string;
  /** the first characters of what was removed or found, at most 120 */
  text?: string;
}
