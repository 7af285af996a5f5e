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

export declare function openSearch(read: (path: string) => Promise<Uint8Array>): {
  /** undefined: much was read, it can be left at that */
  find(query: string, filters?: Filters): AsyncGenerator<Found | undefined>;
  shownAtOnce(): Promise<number>;
};
