import type { Note } from '../model/note.ts';

/** Kinds of what the walk leaves out; one note each, however often, so that notes stay few. */
const SAYS = {
  'removed-element': 'elements that are no content',
  'removed-hidden': 'parts that no reader sees',
  'removed-frame': 'frames of no known player',
  'removed-picture': 'spacers, icons, trackers and pictures without address',
  'removed-link': 'links that lead nowhere safe; their words stay',
} as const;

/** Longest sample of what was removed. */
const SHOWN = 120;

export class Removals {
  readonly #kinds = new Map<keyof typeof SAYS, { counts: Map<string, number>; sample: string }>();

  /** `what`: a tag or its like, counted; `sample`: of the first one. */
  add(code: keyof typeof SAYS, what: string, sample = ''): void {
    let kind = this.#kinds.get(code);
    if (kind === undefined) {
      kind = { counts: new Map(), sample };
      this.#kinds.set(code, kind);
    }
    kind.counts.set(what, (kind.counts.get(what) ?? 0) + 1);
  }

  notes(): Note[] {
    return [...this.#kinds].map(([code, { counts, sample }]) => {
      const text = sample.replace(/\s+/g, ' ').trim().slice(0, SHOWN).toWellFormed();
      const parts = [...counts].slice(0, 12).map(([what, count]) => `${count} ${what.slice(0, 30).toWellFormed()}`);
      return { code, says: `${SAYS[code]}: ${parts.join(', ')}`, step: 'build', ...(text === '' ? {} : { text }) };
    });
  }
}
