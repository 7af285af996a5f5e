import type { Archive } from '../model/archive.ts';
import type { Site, SourceConfig } from '../model/newsroom.ts';
import type { PageKind } from './page-kind.ts';
import type { PublishMemory } from './publish-memory.ts';
import type { PictureFor } from './shown-picture.ts';

export type { PictureFor } from './shown-picture.ts';

import type { Sink } from './sink.ts';

export interface PublishNeeds {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  /** only for measuring; nothing published depends on it */
  now: () => Date;
  out: Sink;
  signal?: AbortSignal;
  progress?: (done: number, total: number | undefined, what: string) => void;
  pictureFor?: PictureFor;
  /** kept between runs of one process; a run without one is only slower */
  memory?: PublishMemory;
  /** the page kinds of this site; PAGE_KINDS unless given */
  kinds?: readonly PageKind[];
}

/** What one publish run put out. */
export interface Edition {
  /** number of the last change shown; undefined for a full run without changes */
  upTo?: number;
  full: boolean;
  considered: number;
  written: number;
  unchanged: number;
  removed: number;
  /** user + system */
  cpuMs: number;
}
