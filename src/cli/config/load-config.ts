import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Newsroom } from '../../model/newsroom.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Env } from './env.ts';
import { nearestKey } from './nearest-key.ts';
import { configSchema } from './schema.ts';
import { toNewsroom } from './to-newsroom.ts';

/** The file a verb works with: --config, else kanyin.yaml here, else newsroom/kanyin.yaml. */
export function findConfig(cwd: string, asked: string | undefined): Outcome<string> {
  if (asked !== undefined) {
    const file =
      asked.endsWith('.yaml') || asked.endsWith('.yml')
        ? resolve(cwd, asked)
        : join(resolve(cwd, asked), 'kanyin.yaml');
    return existsSync(file) ? ok(file) : fail(problem('CONFIG_MISSING', { where: file }));
  }
  for (const place of ['kanyin.yaml', 'newsroom/kanyin.yaml']) {
    const file = join(cwd, place);
    if (existsSync(file)) return ok(file);
  }
  return fail(problem('CONFIG_MISSING', { where: cwd }));
}

/** Reads, expands and checks kanyin.yaml. Every failure is one sentence with file, line and column. */
export function loadConfig(file: string, env: Env): Outcome<Newsroom> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(problem('FILE_UNREADABLE', { where: file, cause: error }));
  }
  return parseConfig(source, file, env);
}

export function parseConfig(source: string, file: string, env: Env): Outcome<Newsroom> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    return fail(invalid(`${file}:${line}:${col}`, broken.message.split('\n')[0] ?? 'not YAML'));
  }
  const expanded = expand(document.toJS() ?? {}, env, []);
  if ('missing' in expanded) {
    return fail(invalid(placeOf(document, lines, file, expanded.path), `the environment has no ${expanded.missing}`));
  }
  const checked = configSchema.safeParse(expanded.value);
  if (!checked.success) {
    const issue = deepest(checked.error.issues);
    return fail(invalid(placeOf(document, lines, file, issue.path, issue.key), issue.says));
  }
  return toNewsroom(checked.data, dirname(file), env, (path, says) =>
    invalid(placeOf(document, lines, file, path), says),
  );
}

const invalid = (where: string, why: string): Problem => problem('CONFIG_INVALID', { where, why });

interface Finding {
  path: PropertyKey[];
  says: string;
  key?: string;
}

/** Of a union's alternatives the one that got furthest explains best. */
function deepest(issues: readonly z.core.$ZodIssue[], base: PropertyKey[] = []): Finding {
  const findings = issues.map((issue): Finding => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') {
      const inner = issue.errors.filter((e) => e.length > 0).map((e) => deepest(e, path));
      const best = inner.find((f) => f.key !== undefined || f.path.length > path.length) ?? inner.at(-1);
      if (best) return best;
    }
    if (issue.code === 'unrecognized_keys') {
      const key = issue.keys[0] ?? '';
      const near = nearestKey(key);
      return { path, key, says: `unknown key "${key}"${near ? `, did you mean "${near}"?` : ''}` };
    }
    return {
      path,
      says: `${path.join('.') || 'the file'}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`,
    };
  });
  return findings.find((f) => f.key !== undefined) ?? findings[0] ?? { path: base, says: 'not valid' };
}

function placeOf(
  document: Document,
  lines: LineCounter,
  file: string,
  path: readonly PropertyKey[],
  key?: string,
): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = (depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)) as
      | { range?: [number, number, number]; items?: { key?: { value?: unknown; range?: [number, number, number] } }[] }
      | undefined
      | null;
    const named = key === undefined ? undefined : node?.items?.find((item) => item.key?.value === key)?.key;
    const range = named?.range ?? node?.range;
    if (range) {
      const { line, col } = lines.linePos(range[0]);
      return `${file}:${line}:${col}`;
    }
  }
  return file;
}

type Expanded = { value: unknown } | { missing: string; path: PropertyKey[] };

/** `${NAME}` from the environment, or from the file that `NAME_FILE` names. */
function expand(value: unknown, env: Env, path: PropertyKey[]): Expanded {
  if (typeof value === 'string') {
    let missing: string | undefined;
    const text = value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = fromEnvironment(name, env);
      if (found === undefined) missing ??= name;
      return found ?? '';
    });
    return missing === undefined ? { value: text } : { missing, path };
  }
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [i, item] of value.entries()) {
      const inner = expand(item, env, [...path, i]);
      if ('missing' in inner) return inner;
      items.push(inner.value);
    }
    return { value: items };
  }
  if (typeof value === 'object' && value !== null) {
    const fields: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(value)) {
      const inner = expand(field, env, [...path, name]);
      if ('missing' in inner) return inner;
      fields[name] = inner.value;
    }
    return { value: fields };
  }
  return { value };
}

function fromEnvironment(name: string, env: Env): string | undefined {
  if (env[name] !== undefined) return env[name];
  const file = env[`${name}_FILE`];
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined;
}
