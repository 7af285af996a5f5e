/** What of one gram is read: postings around a document, as the levels have them. */
export interface GramReader {
  word: number;
  density: number;
  knows(document: number): boolean;
  has(document: number): boolean | undefined;
  around(document: number): Promise<{ documents: number[]; from: number; each: number }>;
}

/** Numbers of documents that may match, the newest first; an empty part before each reading of postings. */
export function candidates(all: {
  readers: readonly GramReader[];
  first: GramReader;
  below: number;
  may(document: number): boolean;
  evidence: unknown;
}): AsyncGenerator<number[]>;
