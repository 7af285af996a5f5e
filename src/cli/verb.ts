/** What a verb gets from the outside; tests hand in their own. */
export interface Io {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  env: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  signal: AbortSignal;
}

/** 0 ok · 1 failure · 2 usage or config · 3 done, but some sources failed */
export type ExitCode = 0 | 1 | 2 | 3;

/** Options of a verb, for `node:util` parseArgs and for `--help`. `--help` and `--json` are added to every verb. */
export interface VerbOption {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
  /** name of the value in --help */
  value?: string;
  says: string;
}

export interface Verb {
  name: string;
  /** one line for `kanyin --help` */
  summary: string;
  /** `kanyin extract [PAGE] [options]` */
  usage: string;
  options: Record<string, VerbOption>;
  /** more paragraphs for --help */
  about?: string;
  run(args: Args, io: Io): Promise<ExitCode>;
}

export interface Args {
  positionals: string[];
  values: Record<string, string | boolean | string[] | undefined>;
}
