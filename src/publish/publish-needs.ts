import type { Archive } from '../model/archive.ts';
import type { Site, SourceConfig } from '../model/newsroom.ts';
import type { PictureShelf } from './images/picture-shelf.ts';
import type { PageKind } from './page-kind.ts';
import type { PublishMemory } from './publish-memory.ts';
import type { Sink } from './sink.ts';

export interface PublishNeeds {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  /** the news sitemap forgets by it, hour by hour; nothing else published depends on it */
  now: () => Date;
  out: Sink;
  signal?: AbortSignal;
  progress?: (done: number, total: number | undefined, what: string) => void;
  /** local copies of pictures; without it every picture is shown from its own address */
  pictures?: PictureShelf;
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
  /** addresses of feeds that were written; of a full run only those of the whole site */
  feeds: string[];
  /** user + system */
  cpuMs: number;
}
