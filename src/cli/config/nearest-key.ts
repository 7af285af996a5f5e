import { z } from 'zod';
import { configSchema } from './schema.ts';

/** The known key most like this one, if any is close enough to be meant. */
export function nearestKey(key: string): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const name of knownKeys()) {
    const distance = editDistance(key.toLowerCase().replaceAll('-', '_'), name);
    if (
      distance <= Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3)) &&
      (!best || distance < best.distance)
    )
      best = { name, distance };
  }
  return best?.name;
}

function knownKeys(): Set<string> {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as { properties?: Record<string, unknown>; items?: unknown; anyOf?: unknown[] };
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      keys.add(name);
      visit(inner);
    }
    visit(schema.items);
    for (const inner of schema.anyOf ?? []) visit(inner);
  };
  visit(z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }));
  return keys;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
