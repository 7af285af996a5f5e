export declare const UNIT: number;
export declare const CHUNK: number;
export declare const DAYS_STEP: number;

export interface Segment {
  /** numbers in the list `all`: `from <= seq < to` */
  from: number;
  to: number;
}

export interface Filters {
  /** slug */
  section?: string;
  /** `yyyy-mm-dd`, both inclusive */
  from?: string;
  to?: string;
  /** paths of articles, no others are found */
  among?: ReadonlySet<string> | undefined;
}

export interface Found {
  path: string;
  title: string;
  lead: string;
  section: string;
  outlet: string;
  day: string;
  /** only where the words were found in the text alone */
  text?: string;
}

export declare function fold(text: string): string;
export declare function eachGram(folded: string, take: (gram: number, from: number, to: number) => void): void;
export declare function sectionGram(slug: string): number;
export declare function mix(gram: number): number;
export declare function shardOf(gram: number, bits: number): number;
export declare function keyIn(gram: number, bits: number): number;
export declare function segmentsOf(count: number): Segment[];
export declare function shardPath(segment: Segment, shard: number): string;
export declare function daysPath(segment: Segment): string;
export declare function chunkPath(n: number): string;
export declare function postingsIn(bytes: Uint8Array, key: number): number[];
export declare function termsOf(query: string): string[];
export declare function contains(folded: string, term: string): boolean;
export declare function marksIn(text: string, terms: readonly string[]): [number, number][];
export declare function openSearch(needs: {
  read(path: string): Promise<Uint8Array>;
  textAt(path: string): Promise<string>;
}): { find(query: string, filters?: Filters): AsyncGenerator<Found>; shownAtOnce(): Promise<number> };
