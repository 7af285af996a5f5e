import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EntryOrigin, startEntryOrigin } from '../support/entry-origin.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

const COUNT = 300;
let folder: string;
let origin: EntryOrigin;
let mounted = false;
/** only root may mount the small disk */
const ROOT = process.getuid?.() === 0;
if (!ROOT) console.warn('the full-disk test needs root for its tmpfs and did not run');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-full-'));
  if (!ROOT) return;
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
  mounted = true;
  origin = await startEntryOrigin({ paragraphs: 40 });
});
afterEach(async () => {
  await origin?.close();
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a full disk', () => {
  test.runIf(ROOT)('is a clear problem, and with room again the run goes on and nothing stored is lost', async () => {
    const newsroom = new NewsroomFolder(
      `title: 小盘\nsources:\n  - "${origin.url}/feed/1?count=${COUNT}"\n  - "${origin.url}/feed/2?count=5"\nfetch: { spacing_ms: 0, allow_private: ["127.0.0.1"], robots: false }\nlabels: { on: false }\n`,
      folder,
    );
    writeFileSync(newsroom.path('ballast'), Buffer.alloc(1_000_000));
    const full = await newsroom.run(['fetch']);
    expect(full.code).toBe(1);
    expect(full.stderr).toContain('the disk is full');
    expect(full.stderr).toContain('[DISK_FULL]');

    rmSync(newsroom.path('ballast'));
    execFileSync('mount', ['-o', 'remount,size=64m', folder]);
    const after = await newsroom.run(['fetch', '--json']);
    expect(after.code, after.stderr).toBe(0);
    const doctor = await newsroom.run(['doctor', '--json']);
    expect(JSON.parse(doctor.stdout)).toMatchObject({ counts: { articles: COUNT + 5, waiting: 0 } });
    const published = await newsroom.run(['publish', '--json']);
    expect(published.code, published.stderr).toBe(0);
  });
});
