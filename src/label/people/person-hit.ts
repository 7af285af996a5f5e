/** One mention of a person. */
export interface PersonHit {
  start: number;
  end: number;
  /** the full name, by which mentions belong together */
  name: string;
  offices: string[];
  /** where the offices stand */
  officeStart?: number;
  confidence: number;
  evidence: string;
}
