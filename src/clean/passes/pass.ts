import type { Note } from '../../model/note.ts';
import type { CleanElement } from '../clean-tree.ts';

/** What passes harvest before they remove it. */
export interface Harvest {
  editor?: string;
  origin?: string;
  originalTitle?: string;
  notes: Note[];
}

/** One step over the fresh tree; changes it in place and leaves a note for everything it takes away. */
export interface Pass {
  name: string;
  run(root: CleanElement, harvest: Harvest): void;
}

const SHOWN = 120;

export function removed(harvest: Harvest, pass: string, code: string, says: string, text: string): void {
  harvest.notes.push({ code, says, step: pass, text: text.trim().slice(0, SHOWN).toWellFormed() });
}
