import { readdirSync, readFileSync } from 'node:fs';
import { readSiteRule } from './read-site-rule.ts';
import type { SiteRule } from './site-rule.ts';

const FOLDER = new URL('./rules/', import.meta.url);
let packed: Map<string, SiteRule> | undefined;

/** The rule of the address's host or of the nearest name above it; without `rules` from those that come with Kanyin. */
export function findSiteRule(url: string, rules?: readonly SiteRule[]): SiteRule | undefined {
  packed ??= byHost(packedRules());
  const known = rules === undefined ? packed : byHost(rules);
  if (known.size === 0) return undefined;
  let host = URL.parse(url)?.hostname;
  while (host?.includes('.')) {
    const rule = known.get(host);
    if (rule) return rule;
    host = host.slice(host.indexOf('.') + 1);
  }
  return undefined;
}

/** All rules of a folder, src/sites/rules. A file there that is no rule is a mistake of ours: it throws. */
export function packedRules(folder = FOLDER): SiteRule[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const read = readSiteRule(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name);
      if (!read.ok) throw new Error(`${name}: ${read.problem.why}`);
      return read.value;
    });
}

function byHost(rules: readonly SiteRule[]): Map<string, SiteRule> {
  return new Map(rules.flatMap((rule) => rule.hosts.map((host): [string, SiteRule] => [host, rule])));
}
