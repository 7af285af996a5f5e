import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** `npm run bench [-- NAME …]`: every bench/<name>.ts has `bench()`, whose rows are printed as JSON lines. */
const folder = new URL('.', import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('_'))
  .map((file) => basename(file, '.ts'));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : known) {
  const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as {
    bench: () => Promise<Record<string, unknown>[]>;
  };
  for (const row of await bench()) console.log(JSON.stringify({ bench: name, ...row }));
}
