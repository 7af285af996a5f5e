import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** All labellers on, one core: MB of UTF-8 text a CPU second (the first megabyte apart), one article of some thirty labels, what the gazetteers cost. */
export async function bench(): Promise<Record<string, unknown>[]> {
  const file = fileURLToPath(new URL('_label/measured-labels.ts', import.meta.url));
  const measured = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as Record<string, unknown>;
  return [{ what: 'all labellers, invented news', ...measured }];
}
