import type { Label } from '../model/label.ts';
import type { LabelSettings } from '../model/newsroom.ts';

/** What the labellers read. Offsets of every label count in `full`. */
export interface LabelDocument {
  id?: string;
  title: string;
  text: string;
  /** `title + "\n" + text` */
  full: string;
  section?: string;
  published?: string;
  /** words the publisher linked to pages of quotations: evidence, never truth */
  linked?: readonly string[];
}

export const labelDocument = (input: Omit<LabelDocument, 'full'>): LabelDocument => ({
  ...input,
  full: `${input.title}\n${input.text}`,
});

/** One labeller: reads the document and what earlier labellers found, answers its own labels. Pure. */
export type Labeller = (document: LabelDocument, soFar: readonly Label[], needs: LabelNeeds) => Label[];

export interface LabelNeeds {
  settings?: LabelSettings;
  /** collects candidates with evidence for --explain */
  trace?: (labeller: string, surface: string, says: string) => void;
}

/** A reading several labellers share, made once a document. */
export function perDocument<T>(read: (document: LabelDocument) => T): (document: LabelDocument) => T {
  const made = new WeakMap<LabelDocument, { value: T }>();
  return (document) => {
    let kept = made.get(document);
    if (kept === undefined) {
      kept = { value: read(document) };
      made.set(document, kept);
    }
    return kept.value;
  };
}
