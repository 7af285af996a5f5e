import { readFileSync } from 'node:fs';

let read: Map<string, string[]> | undefined;

/** What each firm makes and who leads it, for names that are also words. Read once per process. */
function products(): Map<string, string[]> {
  if (read) return read;
  read = new Map();
  for (const line of readFileSync(new URL('./data/products.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#') || line === '') continue;
    const [id, ...words] = line.split(' ');
    read.set(
      id!,
      words.map((word) => word.replaceAll('_', ' ')),
    );
  }
  return read;
}

/** A product or leader of one of these listings named in the sentence. */
export function productNear(ids: readonly string[], sentence: string): string | undefined {
  for (const id of ids) {
    const found = products()
      .get(id)
      ?.find((word) => sentence.includes(word));
    if (found !== undefined) return found;
  }
  return undefined;
}
