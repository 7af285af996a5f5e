/** An organisation in the text. */
export interface OrgHit {
  start: number;
  end: number;
  /** the canonical name */
  id: string;
  confidence: number;
  evidence: string;
  /** surface of the longer organisation it begins */
  within?: string;
}
