import type { Extraction } from '../model/extraction.ts';
import type { Io } from './verb.ts';

const SHOWN = 80;

/** `step  what and why  «text»`, a line each: candidates with scores, the body, everything that was removed from the page and its body. */
export function explainExtract(io: Io): {
  trace: (step: string, says: string, text?: string) => void;
  end: (found: Extraction) => void;
} {
  const trace = (step: string, says: string, text?: string): void => {
    const shown = text && text.length > SHOWN ? `${text.slice(0, SHOWN)}… ${text.length}` : text;
    io.stderr.write(`${step.padEnd(10)} ${says}${shown ? `  «${shown}»` : ''}\n`);
  };
  return {
    trace,
    end(found) {
      for (const note of found.notes) trace(note.step ?? 'note', note.says, note.text);
      const fields = Object.entries(found.from).map(([field, from]) => `${field} (${from})`);
      trace('fields', fields.join(', '));
      trace('kept', `${found.text.length} characters in ${found.text.split('\n').length} lines`);
    },
  };
}
