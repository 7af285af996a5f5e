import { RE2JS } from 're2js';
import type { FilterRule, Filters } from '../model/newsroom.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

/** The parts of an entry or article that rules look at. `summary`, `content`: HTML or text; `text`, where known, stands for both. */
export interface Filterable {
  title?: string;
  url?: string;
  authors?: readonly string[];
  categories?: readonly string[];
  summary?: string;
  content?: string;
  text?: string;
}

export interface CompiledFilters {
  /** `rule`: the rule that decided, as written: `drop title 广告`; for a missed keep, `keep title … (no match)` */
  test(entry: Filterable): { keep: boolean; rule?: string };
}

/** Characters of a field that are searched. */
const SEARCHED = 100_000;
/** RE2 patterns cannot run away, but a huge one is slow to compile. */
const LONGEST_PATTERN = 2000;

/**
 * Rules into one test: the first drop rule that matches drops; then, where there are keep rules, one of them must match.
 * Matching is RE2: linear in the text whatever the pattern; letters match in either case. Problem: FILTER_INVALID.
 */
export function compileFilters(rules: Filters): Outcome<CompiledFilters> {
  const keeps: { says: string; matches: (entry: Filterable) => boolean }[] = [];
  const drops: typeof keeps = [];
  for (const rule of rules) {
    const says = `${rule.action} ${rule.on} ${rule.match}`;
    if (rule.match.length > LONGEST_PATTERN)
      return fail(
        problem('FILTER_INVALID', { where: says.slice(0, 120), why: `longer than ${LONGEST_PATTERN} characters` }),
      );
    try {
      const pattern = RE2JS.compile(rule.match, RE2JS.CASE_INSENSITIVE);
      const list = rule.action === 'keep' ? keeps : drops;
      list.push({ says, matches: (entry) => fieldsOf(entry, rule.on).some((field) => pattern.matcher(field).find()) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fail(problem('FILTER_INVALID', { where: says.slice(0, 120), why, cause: error }));
    }
  }
  if (rules.length === 0) return ok({ test: () => ({ keep: true }) });
  return ok({
    test(entry) {
      const drop = drops.find((rule) => rule.matches(entry));
      if (drop) return { keep: false, rule: drop.says };
      if (keeps.length === 0) return { keep: true };
      const keep = keeps.find((rule) => rule.matches(entry));
      if (keep) return { keep: true, rule: keep.says };
      return { keep: false, rule: `${keeps.map((rule) => rule.says).join(', ')} (no match)` };
    },
  });
}

function fieldsOf(entry: Filterable, on: FilterRule['on']): string[] {
  switch (on) {
    case 'title':
      return present([entry.title]);
    case 'url':
      return present([entry.url]);
    case 'author':
      return present(entry.authors ?? []);
    case 'category':
      return present(entry.categories ?? []);
    case 'text':
      return present(entry.text === undefined ? [entry.content, entry.summary].map(plain) : [entry.text]);
  }
}

const present = (fields: readonly (string | undefined)[]): string[] =>
  fields.filter((field) => field !== undefined).map((field) => field.slice(0, SEARCHED));

/** Tags out, the usual entities read: enough to search in; one linear pass each. */
const plain = (html: string | undefined): string | undefined =>
  html
    ?.slice(0, 2 * SEARCHED)
    .replace(/<[^<>]{0,4000}>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
