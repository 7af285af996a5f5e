/**
 * The one table of expected failures. `stage` is the room that reports it, `retry` whether the same
 * request may succeed later, `says` the sentence, `remedy` what a person can do.
 * docs/problems.md documents every row; a test holds the two together both ways.
 */
export const PROBLEMS = {
  CONFIG_INVALID: {
    stage: 'cli',
    retry: false,
    says: 'the configuration cannot be used',
    remedy: 'correct the named line of kanyin.yaml',
  },
  CONFIG_MISSING: {
    stage: 'cli',
    retry: false,
    says: 'there is no kanyin.yaml here',
    remedy: 'run `kanyin init` or give --config',
  },
  USAGE: { stage: 'cli', retry: false, says: 'the command line cannot be used', remedy: 'see `kanyin VERB --help`' },
  FILE_UNREADABLE: {
    stage: 'cli',
    retry: false,
    says: 'a file cannot be read',
    remedy: 'check the path and its permissions',
  },
  DISK_FULL: {
    stage: 'store',
    retry: true,
    says: 'the disk is full',
    remedy: 'free some space; nothing stored is lost, the run goes on by itself',
  },
  STORE_BUSY: {
    stage: 'store',
    retry: true,
    says: 'another process holds the store',
    remedy: 'stop the other kanyin, or wait',
  },
  STORE_NEWER: {
    stage: 'store',
    retry: false,
    says: 'the store was written by a newer Kanyin',
    remedy: 'update Kanyin',
  },
  STORE_DAMAGED: {
    stage: 'store',
    retry: false,
    says: 'the store cannot be opened',
    remedy: 'restore the last backup',
  },
  FEED_NOT_A_FEED: {
    stage: 'feeds',
    retry: false,
    says: 'the document is not a feed',
    remedy: 'run `kanyin add URL` on the site to find its feed',
  },
  EXTRACT_NO_BODY: {
    stage: 'extract',
    retry: false,
    says: 'no article was found on the page',
    remedy: 'look at `kanyin extract PAGE --explain`; a site rule may be needed',
  },
  EXTRACT_TOO_LARGE: {
    stage: 'extract',
    retry: false,
    says: 'the page is too large to read',
    remedy: 'raise the limit of the source, or set full_text: never',
  },
  PORT_TAKEN: {
    stage: 'server',
    retry: true,
    says: 'the port cannot be used',
    remedy: 'set PORT to a free one, or stop the other program',
  },
  STOPPED: {
    stage: 'pipeline',
    retry: true,
    says: 'the work was interrupted',
    remedy: 'start again; it goes on where it stopped',
  },
  PUBLISH_FAILED: {
    stage: 'publish',
    retry: true,
    says: 'the newspaper could not be written',
    remedy: 'check the output folder; the next run completes it',
  },
  IMPORT_UNREADABLE: {
    stage: 'feeds',
    retry: false,
    says: 'the post cannot be read',
    remedy: 'look at the named file',
  },
} as const satisfies Record<string, ProblemRow>;

interface ProblemRow {
  stage:
    | 'cli'
    | 'store'
    | 'fetch'
    | 'feeds'
    | 'extract'
    | 'clean'
    | 'label'
    | 'cluster'
    | 'publish'
    | 'pipeline'
    | 'server';
  retry: boolean;
  says: string;
  remedy: string;
}

export type ProblemCode = keyof typeof PROBLEMS;

/** An expected failure. `where` names the address or file, `why` the particulars; secrets never appear in either. */
export interface Problem {
  code: ProblemCode;
  where?: string;
  why?: string;
  /** ms since the epoch: not to be tried before (Retry-After) */
  retryAt?: number;
  cause?: unknown;
}

export const problem = (code: ProblemCode, more: Omit<Problem, 'code'> = {}): Problem => ({ code, ...more });

/** Message order: what, which address, why, what to do. */
export function describeProblem(p: Problem): string {
  const row = PROBLEMS[p.code];
  return `${row.says}${p.where ? `: ${p.where}` : ''}${p.why ? ` (${p.why})` : ''}; ${row.remedy} [${p.code}]`;
}
