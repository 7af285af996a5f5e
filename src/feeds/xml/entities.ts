import { decodeHTMLStrict } from 'entities';

const LONGEST_ENTITY = 2000;
const MOST_ENTITIES = 200;
/** Characters that all expansions of one document may add. */
const MOST_EXPANDED = 200_000;

/** Decodes references once: the five of XML, numbers, HTML's names, and the document's own internal entities, bounded. */
export class Entities {
  readonly #own = new Map<string, string>();
  #left = MOST_EXPANDED;

  /** Reads `<!ENTITY name "value">`; external and parameter entities are ignored. */
  declare(subset: string): void {
    const pattern = /<!ENTITY\s+([\w.:-]{1,80})\s+(?:"([^"]{0,4000})"|'([^']{0,4000})')\s*>/g;
    for (const [, name, double, single] of subset.matchAll(pattern)) {
      const value = double ?? single ?? '';
      if (this.#own.size < MOST_ENTITIES && value.length <= LONGEST_ENTITY && !this.#own.has(name!))
        this.#own.set(name!, value);
    }
  }

  decode(text: string): string {
    if (!text.includes('&')) return text;
    if (this.#own.size === 0) return decodeOnce(text);
    const expanded = text.replace(/&([\w.:-]{1,80});/g, (whole, name: string) => this.#expand(whole, name, 0));
    return decodeOnce(expanded);
  }

  #expand(whole: string, name: string, depth: number): string {
    const value = this.#own.get(name);
    if (value === undefined) return whole;
    if (depth > 4 || this.#left < value.length) return '';
    this.#left -= value.length;
    return value.replace(/&([\w.:-]{1,80});/g, (w, n: string) => this.#expand(w, n, depth + 1));
  }
}

/** Numbers outside Unicode and lone surrogates stay as written. */
const decodeOnce = (text: string): string =>
  decodeHTMLStrict(text.replace(/&(apos|lang|rang);/g, (_, name: string) => OLD[name]!));

/** HTML 4 and XML name these otherwise than HTML 5. */
const OLD: Record<string, string> = { apos: "'", lang: '\u2329', rang: '\u232a' };
