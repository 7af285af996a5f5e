import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One measured figure with the least (or, for counts of faults, the most) it may be. */
export interface Row {
  what: string;
  value: number;
  atLeast?: number;
  atMost?: number;
}

/** A suite measures one room on a corpus that is not part of the repository; undefined = the corpus is not here. */
export interface Suite {
  name: string;
  measure(data: string): Promise<{ corpus: string; rows: Row[] } | undefined>;
}

const SUITES = ['extract', 'variants', 'fields', 'sina-posts', 'xss', 'labels'];
const root = fileURLToPath(new URL('../..', import.meta.url));
const data = resolve(root, process.env['KANYIN_DATA'] ?? '../shared/data');
const asked = process.argv.slice(2);

if (!existsSync(data)) {
  console.log(`QUALITY NOT MEASURED: there is no ${data}; name the folder of the corpora in KANYIN_DATA.`);
  process.exit(0);
}
let failed = 0;
for (const name of asked.length > 0 ? asked : SUITES) {
  const { suite } = (await import(`./${name}.ts`)) as { suite: Suite };
  const measured = await suite.measure(data);
  if (!measured) {
    console.log(`QUALITY NOT MEASURED: ${name}: its corpus is not in ${data}`);
    continue;
  }
  for (const row of measured.rows) {
    const good =
      (row.atLeast === undefined || row.value >= row.atLeast) && (row.atMost === undefined || row.value <= row.atMost);
    if (!good) failed++;
    console.log(
      JSON.stringify({
        suite: name,
        corpus: measured.corpus,
        ...row,
        value: Math.round(row.value * 10_000) / 10_000,
        good,
      }),
    );
  }
}
console.log(failed === 0 ? 'quality: every floor holds' : `quality: ${failed} floors broken`);
process.exitCode = failed === 0 ? 0 : 1;
