export declare function fold(text: string): string;
export declare function eachGram(folded: string, take: (gram: number, from: number, to: number) => void): void;
export declare function sectionGram(slug: string): number;
export interface KeyBits {
  gramBits: number;
  nextBits: number;
}
export declare function keyOf(gram: number, next: number, bits: KeyBits): number;
export declare function eachKey(folded: string, section: string, bits: KeyBits, take: (key: number) => void): void;
export declare function termsOf(query: string): string[];
export declare function contains(folded: string, term: string): boolean;
export declare function marksIn(text: string, terms: readonly string[]): [number, number][];
export declare function keysIn(folded: string, section: string, bits: KeyBits): Set<number>;
