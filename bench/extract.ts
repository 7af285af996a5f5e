import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from '../test/support/corpora.ts';
import { madePage } from './_extract/made-pages.ts';

const MADE = 80;
const SETS = ['mh', 'aeb', 'fundus', 'wcxb-dev', 'np4k'];

/** Bytes to article: CPU ms a page in a process of its own, cold from the first page on and warm, and its peak memory. */
export async function bench(): Promise<Record<string, unknown>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-bench-'));
  try {
    const made = Array.from({ length: MADE }, (_, n) => {
      const file = join(folder, `${n}.html`);
      writeFileSync(file, madePage(n, n % 2 === 0));
      return { file, url: `https://paper.example/news/${n}.html` };
    });
    const rows = [measured('made pages', made, folder)];
    for (const set of SETS) {
      const manifest = corpus('extract-dev', set, 'manifest.ndjson');
      if (manifest === undefined) continue;
      const pages = readFileSync(manifest, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { html: string; url?: string })
        .map(({ html, url }) => ({ file: join(manifest, '..', html), ...(url === undefined ? {} : { url }) }));
      rows.push(measured(set, pages, folder));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(what: string, pages: readonly { file: string }[], folder: string): Record<string, unknown> {
  const list = join(folder, 'pages.ndjson');
  writeFileSync(list, pages.map((page) => JSON.stringify(page)).join('\n'));
  const script = fileURLToPath(new URL('_extract/measured-run.ts', import.meta.url));
  const row = JSON.parse(execFileSync(process.execPath, [script, list], { encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
  return { what, ...row };
}
