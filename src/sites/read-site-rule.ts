import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { RULE_FIELDS, type SiteRule } from './site-rule.ts';

const TEXTS = new Set<string>(['why', 'proof', 'body', ...RULE_FIELDS]);
const LISTS = new Set<string>(['hosts', 'remove']);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A rule as it stands in its file, checked key by key. Problem: SITE_RULE_INVALID. */
export function readSiteRule(value: unknown, where: string): Outcome<SiteRule> {
  const wrong = (why: string) => fail(problem('SITE_RULE_INVALID', { where, why }));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('it is no object');
  const rule: Record<string, unknown> = { ...value };
  for (const [key, found] of Object.entries(rule)) {
    if (TEXTS.has(key)) {
      if (!isText(found)) return wrong(`${key} must be a text`);
    } else if (LISTS.has(key)) {
      if (!Array.isArray(found) || found.length === 0 || !found.every(isText))
        return wrong(`${key} must be a list of texts`);
    } else return wrong(`there is no key ${key}`);
  }
  for (const key of ['hosts', 'why', 'proof']) if (rule[key] === undefined) return wrong(`${key} is missing`);
  if (!['body', 'remove', ...RULE_FIELDS].some((key) => rule[key] !== undefined)) return wrong('it rules nothing');
  return ok(rule as unknown as SiteRule);
}
