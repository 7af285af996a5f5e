import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { PictureWorkshop } from '../../src/publish/images/picture-workshop.ts';

const workshop = new PictureWorkshop();
afterEach(() => workshop.close());

const drawn = (width: number): Promise<Buffer> =>
  sharp({ create: { width, height: 40, channels: 3, background: '#c22' } })
    .png()
    .toBuffer();

/** Ids of this process's workshops; /proc is Linux's. */
const ownProcesses = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && told(name, 'cmdline').includes('picture-workshop-process'))
    .filter((name) => told(name, 'stat').split(') ').at(-1)?.split(' ')[1] === String(process.pid))
    .map(Number);

function told(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

describe.runIf(existsSync('/proc'))('pictures in a process of their own', () => {
  test('several at once, each its own answer, one process', async () => {
    const widths = [60, 70, 80];
    const done = await Promise.all(widths.map(async (width) => workshop.prepare(await drawn(width))));
    expect(done.map((one) => one.ok && one.value.kept.width)).toEqual(widths);
    expect(ownProcesses()).toHaveLength(1);
  });

  test('what is no picture is refused and the next one is prepared', async () => {
    expect(await workshop.prepare(Buffer.from('<html>'))).toMatchObject({
      ok: false,
      problem: { code: 'PICTURE_TYPE' },
    });
    expect((await workshop.prepare(await drawn(60))).ok).toBe(true);
  });

  test('a decoder that is killed costs one picture', async () => {
    await workshop.prepare(await drawn(60));
    const [pid] = ownProcesses();
    process.kill(pid!, 'SIGSTOP');
    const lost = workshop.prepare(await drawn(70));
    process.kill(pid!, 'SIGKILL');
    expect(await lost).toMatchObject({
      ok: false,
      problem: { code: 'PICTURE_DAMAGED', why: 'its decoder ended with SIGKILL' },
    });
    expect((await workshop.prepare(await drawn(80))).ok).toBe(true);
  });

  test('closed, nothing is left running', async () => {
    await workshop.prepare(await drawn(60));
    workshop.close();
    await expect.poll(ownProcesses).toEqual([]);
  });
});
