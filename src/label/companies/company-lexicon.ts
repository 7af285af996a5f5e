import { readFileSync } from 'node:fs';

/** How far a name speaks for itself. */
export type Strength = 'plain' | 'proper' | 'place' | 'common' | 'weak';

export interface CompanyName {
  name: string;
  /** SH600519, HK00700, US:AAPL; the first is the one given */
  ids: string[];
  strength: Strength;
  /** a short form, old name, Hong Kong or US name from the alias list */
  alias: boolean;
  /** month (yyyy-mm) in which an old name was given up */
  until?: string;
}

const file = (name: string): string => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');

/** Names by their first two UTF-16 units, longest first: one look-up per position of a text. */
export class CompanyLexicon {
  readonly #names = new Map<string, CompanyName>();
  /** by the first two UTF-16 units, and which units begin a name at all */
  #byStart: Map<number, CompanyName[]> | undefined;
  readonly #first = new Uint8Array(65536);
  #byId: Map<string, string> | undefined;

  add(name: string, id: string, strength: Strength, alias: boolean, until?: string): void {
    if (name.length < 2) return;
    const known = this.#names.get(name);
    if (!known) this.#names.set(name, { name, ids: [id], strength, alias, ...(until === undefined ? {} : { until }) });
    else if (!known.ids.includes(id)) known.ids.push(id);
    this.#byStart = undefined;
  }

  /** The longest name that begins here. */
  at(text: string, position: number): CompanyName | undefined {
    const index = this.#byStart ?? this.#index();
    const head = text.charCodeAt(position);
    if (!this.#first[head]) return undefined;
    const list = index.get((head << 16) | text.charCodeAt(position + 1));
    return list?.find((candidate) => text.startsWith(candidate.name, position));
  }

  names(): Iterable<CompanyName> {
    return this.#names.values();
  }

  /** The name it is listed under, else the first other name; never one that was given up. */
  nameOf(id: string): string | undefined {
    if (!this.#byId) {
      this.#byId = new Map();
      for (const { name, ids, until } of this.#names.values())
        for (const one of ids) if (until === undefined && !this.#byId.has(one)) this.#byId.set(one, name);
    }
    return this.#byId.get(id);
  }

  get(name: string): CompanyName | undefined {
    return this.#names.get(name);
  }

  /** A copy with a newsroom's own entries, which win. */
  extendedBy(companies: readonly { name: string; id: string; aliases?: string[] }[]): CompanyLexicon {
    const copy = new CompanyLexicon();
    for (const [name, entry] of this.#names) copy.#names.set(name, entry);
    for (const { name, id, aliases = [] } of companies) {
      for (const own of [name, ...aliases])
        if (own.length >= 2) copy.#names.set(own, { name: own, ids: [id], strength: 'plain', alias: true });
    }
    return copy;
  }

  #index(): Map<number, CompanyName[]> {
    const index = new Map<number, CompanyName[]>();
    for (const entry of this.#names.values()) {
      const head = entry.name.charCodeAt(0);
      this.#first[head] = 1;
      const key = (head << 16) | entry.name.charCodeAt(1);
      const list = index.get(key);
      if (list) list.push(entry);
      else index.set(key, [entry]);
    }
    for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
    this.#byStart = index;
    return index;
  }
}

let shared: CompanyLexicon | undefined;

/** The packed lists, read once per process. Sources: data/SOURCES.md. */
export function packedCompanies(): CompanyLexicon {
  shared ??= readPacked();
  return shared;
}

export function readPacked(): CompanyLexicon {
  const lexicon = new CompanyLexicon();
  const ambiguous = new Map(
    file('ambiguous.tsv')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t') as [string, Strength]),
  );
  for (const line of file('generic.txt').split('\n')) {
    const [strength, ...names] = line.split(' ');
    if (strength === 'common' || strength === 'proper' || strength === 'place')
      for (const name of names) ambiguous.set(name, strength);
  }
  for (const line of file('a-shares.tsv').split('\n').slice(1)) {
    const [id, name] = line.split('\t');
    if (!id || !name) continue;
    for (const variant of variantsOf(name))
      lexicon.add(variant, id, ambiguous.get(variant) ?? ambiguous.get(name) ?? 'plain', false);
  }
  for (const line of file('aliases.txt').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [id, ...names] = line.trim().split(/ +/);
    for (const written of names) {
      const [, base = '', doubts = '', until] = /^([^?~<]+)(\?*|~)(?:<(\d{4}(?:-\d\d)?))?$/.exec(written) ?? [];
      const name = base.replaceAll('_', ' ');
      const strength = doubts === '~' ? 'proper' : ((['plain', 'weak', 'place'] as const)[doubts.length] ?? 'place');
      const known = lexicon.get(name);
      // An A-share of the same name is the nearer listing.
      if (known && !known.alias) continue;
      lexicon.add(name, id!, strength, true, until);
    }
  }
  return lexicon;
}

/** As exchanges print a name, and without what they add: ST, N, -U, -W, A, B, the blank in two-character names. */
function variantsOf(name: string): string[] {
  const whole = name.replace(/\s+/g, '').replace(/[Ａ-Ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const bare = whole
    .replace(/^(?:\*?ST|N|C|XD|XR|DR)(?=\p{Script=Han})/u, '')
    .replace(/-(?:U|W|UW|WD|V)+$/, '')
    .replace(/(?<=\p{Script=Han}{2})[AB]$/u, '');
  const variants = new Set([whole]);
  if (bare.length >= 3) variants.add(bare);
  return [...variants];
}
