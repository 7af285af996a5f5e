import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../house/imports.ts';
import { type EntryOrigin, startEntryOrigin } from '../support/entry-origin.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

const COUNT = 300;
let folder: string;
let origin: EntryOrigin;
let mounted = false;
const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'pipe' });
const small = (dir: string): void => mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dir);

/** Only root may mount, and not in every container. */
const CAN_MOUNT = ((): boolean => {
  const dir = mkdtempSync(join(tmpdir(), 'kanyin-mount-'));
  try {
    small(dir);
    execFileSync('umount', [dir]);
    return true;
  } catch (error) {
    console.warn(`the full-disk test needs to mount a tmpfs and did not run: ${error}`);
    return false;
  } finally {
    rmSync(dir, { recursive: true });
  }
})();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-full-'));
  if (!CAN_MOUNT) return;
  small(folder);
  mounted = true;
  origin = await startEntryOrigin({ paragraphs: 40 });
});
afterEach(async () => {
  await origin?.close();
  if (mounted) execFileSync('umount', [folder]);
  mounted = false;
  rmSync(folder, { recursive: true, force: true });
});

describe('a full disk', () => {
  test.runIf(CAN_MOUNT)(
    'is a clear problem, and with room again the run goes on and nothing stored is lost',
    async () => {
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
      mount('-o', 'remount,size=64m', folder);
      const after = await newsroom.run(['fetch', '--json']);
      expect(after.code, after.stderr).toBe(0);
      const doctor = await newsroom.run(['doctor', '--json']);
      expect(JSON.parse(doctor.stdout)).toMatchObject({ counts: { articles: COUNT + 5, waiting: 0 } });
      const published = await newsroom.run(['publish', '--json']);
      expect(published.code, published.stderr).toBe(0);
    },
  );

  test.runIf(CAN_MOUNT)('met while publishing leaves no half page, and the next publish completes it', async () => {
    const newsroom = new NewsroomFolder(
      `title: 小盘\nsources:\n  - "${origin.url}/feed/1?count=${COUNT}"\nfetch: { spacing_ms: 0, allow_private: ["127.0.0.1"], robots: false }\nlabels: { on: false }\n`,
      folder,
    );
    mount('-o', 'remount,size=64m', folder);
    expect((await newsroom.run(['fetch'])).code).toBe(0);
    const used = Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]);
    mount('-o', `remount,size=${used + 1200}k`, folder);
    const full = await newsroom.run(['publish']);
    expect(full.code).toBe(1);
    expect(full.stderr).toContain('[DISK_FULL]');
    mount('-o', 'remount,size=64m', folder);
    const first = await newsroom.run(['publish', '--json']);
    expect(first.code, first.stderr).toBe(0);
    const whole = filesBelow(newsroom.path('public'));
    const all = JSON.parse((await newsroom.run(['publish', '--all', '--json'])).stdout) as { written: number };
    expect(all.written).toBe(0);
    expect(whole.filter((file) => file.endsWith('index.html')).length).toBeGreaterThan(COUNT);
    expect(whole.filter((file) => /\.(new|tmp)$/.test(file))).toEqual([]);
  });
});
