import type { Note } from './note.ts';
import type { Problem } from './problem.ts';

/** What a stage answers: a value with its notes, or an expected failure. A throw is a bug. */
export type Outcome<T> = { ok: true; value: T; notes: Note[] } | { ok: false; problem: Problem };

export const ok = <T>(value: T, notes: Note[] = []): Outcome<T> => ({ ok: true, value, notes });
export const fail = (problem: Problem): Outcome<never> => ({ ok: false, problem });
