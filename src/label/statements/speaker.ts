/** Who speaks, as far as the words around a verb of speech tell. */
export interface Speaker {
  name: string;
  /** where the speaker's words begin: offices included */
  start: number;
  confidence: number;
  evidence: string;
}
