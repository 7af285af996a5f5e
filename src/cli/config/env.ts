/** Environment variables, as a process has them. */
export type Env = Record<string, string | undefined>;
