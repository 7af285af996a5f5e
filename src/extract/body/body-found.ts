import type { PageNode } from '../page-tree.ts';
import type { Candidate } from './candidates.ts';
import type { PicturesShown } from './write-body.ts';

export interface BodyFound {
  root: PageNode;
  /** self-contained HTML of what was kept, its pictures as they were judged */
  write: (shown?: PicturesShown) => string;
  candidates: Candidate[];
}
