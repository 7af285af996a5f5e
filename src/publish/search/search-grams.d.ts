export declare function fold(text: string): string;
export declare function eachGram(folded: string, take: (gram: number, from: number, to: number) => void): void;
export declare function sectionGram(slug: string): number;
export declare function mix(gram: number): number;
export declare function termsOf(query: string): string[];
export declare function contains(folded: string, term: string): boolean;
export declare function marksIn(text: string, terms: readonly string[]): [number, number][];
