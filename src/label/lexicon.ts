/** A word found in a text. */
export interface Hit<T> {
  start: number;
  end: number;
  value: T;
}

interface Entry<T> {
  word: string;
  value: T;
}

/**
 * Words by their first two characters, longest first: one table look-up a character rejects almost all positions of a text,
 * so a scan is linear. Words of one character are allowed.
 */
export class Lexicon<T> {
  private readonly first = new Uint8Array(65536);
  private readonly pairs = new Map<number, Entry<T>[]>();
  private readonly singles = new Map<number, T>();
  readonly size: number;

  constructor(entries: Iterable<readonly [string, T]>) {
    let size = 0;
    for (const [word, value] of entries) {
      if (word === '') continue;
      size++;
      const head = word.charCodeAt(0);
      if (word.length === 1) {
        this.first[head]! |= 1;
        this.singles.set(head, value);
        continue;
      }
      this.first[head]! |= 2;
      const key = (head << 16) | word.charCodeAt(1);
      const bucket = this.pairs.get(key);
      if (bucket) bucket.push({ word, value });
      else this.pairs.set(key, [{ word, value }]);
    }
    for (const bucket of this.pairs.values())
      if (bucket.length > 1) bucket.sort((a, b) => b.word.length - a.word.length);
    this.size = size;
  }

  /** The longest word that starts at `at`. */
  at(text: string, at: number): Hit<T> | undefined {
    const head = text.charCodeAt(at);
    const kind = this.first[head];
    if (!kind) return undefined;
    if (kind & 2) {
      const bucket = this.pairs.get((head << 16) | text.charCodeAt(at + 1));
      if (bucket)
        for (const entry of bucket)
          if (text.startsWith(entry.word, at)) return { start: at, end: at + entry.word.length, value: entry.value };
    }
    const single = kind & 1 ? this.singles.get(head) : undefined;
    return single === undefined ? undefined : { start: at, end: at + 1, value: single };
  }

  /** Length of the longest word that starts at `at`, 0 for none. */
  lengthAt(text: string, at: number): number {
    const hit = this.at(text, at);
    return hit === undefined ? 0 : hit.end - hit.start;
  }

  /** Longest matches from left to right, none overlapping. */
  scan(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const { first } = this;
    for (let i = 0; i < text.length; ) {
      const hit = first[text.charCodeAt(i)] ? this.at(text, i) : undefined;
      if (hit) {
        hits.push(hit);
        i = hit.end;
      } else i++;
    }
    return hits;
  }
}

/** More words than this are worth a lexicon of their own. */
const FEW = 64;

/** As `scan` of a lexicon of these words; of a few, as one document names them, without building one. */
export function scanFew<T>(text: string, words: ReadonlyMap<string, T>): Hit<T>[] {
  if (words.size > FEW) return new Lexicon(words).scan(text);
  const all: Hit<T>[] = [];
  for (const [word, value] of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      all.push({ start: at, end: at + word.length, value });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((hit) => {
    if (hit.start < end) return false;
    end = hit.end;
    return true;
  });
}

/** Words separated by white space, as a lexicon of one class. */
export const wordLexicon = (words: string): Lexicon<true> =>
  new Lexicon(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word, true] as const),
  );

/** Words as suffixes: answers the longest that ends at `end`. Indexed by their last two letters. */
export class SuffixLexicon {
  private readonly last = new Uint8Array(65536);
  private readonly pairs = new Map<number, string[]>();

  constructor(words: string) {
    for (const word of new Set(words.split(/\s+/))) {
      if (word === '') continue;
      const tail = word.charCodeAt(word.length - 1);
      if (word.length === 1) {
        this.last[tail]! |= 1;
        continue;
      }
      this.last[tail]! |= 2;
      const key = (word.charCodeAt(word.length - 2) << 16) | tail;
      const bucket = this.pairs.get(key);
      if (bucket) bucket.push(word);
      else this.pairs.set(key, [word]);
    }
    for (const bucket of this.pairs.values()) bucket.sort((a, b) => b.length - a.length);
  }

  /** The longest word that ends at `end` and starts at `from` or later. */
  endingAt(text: string, end: number, from = 0): string | undefined {
    if (end <= from) return undefined;
    const tail = text.charCodeAt(end - 1);
    const kind = this.last[tail];
    if (!kind) return undefined;
    if (kind & 2 && end >= 2) {
      const bucket = this.pairs.get((text.charCodeAt(end - 2) << 16) | tail);
      if (bucket)
        for (const word of bucket)
          if (end - word.length >= from && (word.length === 2 || text.startsWith(word, end - word.length))) return word;
    }
    return kind & 1 ? text[end - 1] : undefined;
  }
}
