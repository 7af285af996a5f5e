import type { PageNode } from '../page-tree.ts';
import type { Candidate } from './candidates.ts';

export interface BodyFound {
  root: PageNode;
  /** self-contained HTML of what was kept */
  html: string;
  candidates: Candidate[];
}
