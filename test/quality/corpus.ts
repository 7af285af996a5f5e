import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** First 12 characters of SHA-256 over the files, in order: names the corpus a figure was measured on. */
export function corpusHash(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

export const readLines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
