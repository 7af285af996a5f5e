import type { PublishMemory } from '../publish/publish-memory.ts';
import type { Sink } from '../publish/sink.ts';

export interface PublishOptions {
  everything: boolean;
  progress?: (done: number, total: number | undefined) => void;
  /** kept between the runs of one process */
  session?: PublishSession;
}

export interface PublishSession {
  memory?: PublishMemory;
  sink?: Sink;
  /** the folder was checked once; from then on only changes matter */
  checked?: boolean;
  /** number of the last change the memory knows of */
  upTo?: number;
  /** number of the hour of the last run */
  hour?: number;
}

export interface PublishReport {
  considered: number;
  written: number;
  unchanged: number;
  removed: number;
}
