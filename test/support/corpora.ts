import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Corpora that are measured but are no part of the repository. */
export const CORPORA = resolve(
  fileURLToPath(new URL('../..', import.meta.url)),
  process.env['KANYIN_DATA'] ?? '../shared/data',
);

/** Path inside the corpora, or undefined with a loud line: what needs it says so and passes. */
export function corpus(...parts: string[]): string | undefined {
  const path = join(CORPORA, ...parts);
  if (existsSync(path)) return path;
  console.warn(`NOT MEASURED: there is no ${parts.join('/')} in the corpora; name their folder in KANYIN_DATA.`);
  return undefined;
}
