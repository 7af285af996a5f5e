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
