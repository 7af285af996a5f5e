import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderSink } from '../../src/publish/sink.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is there is told from what is not, in folders old and new, whatever the order', () => {
  const paths = [
    'a.html',
    '2026/a.html',
    '2026/11/a.html',
    '2026/11/b.html',
    '2026/11/25/a.html',
    '2027/01/a.html',
    'x/y/z/a.html',
  ];
  const step = fc.record({
    do: fc.constantFrom('write', 'write', 'write', 'remove', 'settle', 'outside'),
    path: fc.constantFrom(...paths),
    text: fc.constantFrom('one', 'two'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const root = mkdtempSync(join(folder, 'run-'));
      const sink = folderSink(root);
      const there = new Map<string, string>();
      for (const one of steps) {
        if (one.do === 'settle') sink.settle();
        else if (one.do === 'remove') expect(sink.remove(one.path)).toBe(there.delete(one.path));
        else if (one.do === 'outside') {
          // another program's file: seen at the latest when the run is over
          mkdirSync(join(root, one.path, '..'), { recursive: true });
          writeFileSync(join(root, one.path), one.text);
          there.set(one.path, one.text);
          sink.settle();
        } else {
          expect(sink.write(one.path, one.text)).toBe(there.get(one.path) === one.text ? 'unchanged' : 'written');
          there.set(one.path, one.text);
        }
      }
      for (const [path, text] of there) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
      expect([...sink.files()].sort()).toEqual([...there.keys()].sort());
    }),
    { numRuns: 200 },
  );
});

test('texts and bytes in parts follow one another, in files small and large, and are told from others of one size', () => {
  const part = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '刊', '😀', '\ud800', '\n'), maxLength: 20 }),
    fc.uint8Array({ maxLength: 20 }),
    fc.constantFrom('刊印'.repeat(200_000), new Uint8Array(700_000).fill(7)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const sink = folderSink(mkdtempSync(join(folder, 'run-')));
      const whole = Buffer.concat(parts.map((one) => Buffer.from(one)));
      expect(sink.write('a', parts)).toBe('written');
      expect(Buffer.from(sink.read('a')!).equals(whole)).toBe(true);
      expect(sink.write('a', parts)).toBe('unchanged');
      expect(sink.write('a', whole)).toBe('unchanged');
      if (whole.length === 0) return;
      whole[whole.length - 1]! ^= 1;
      expect(sink.write('a', [whole.subarray(0, 3), whole.subarray(3)])).toBe('written');
      expect(Buffer.from(sink.read('a')!).equals(whole)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a file that appears in a new folder while a run writes there is overwritten, not lost', () => {
  const sink = folderSink(folder);
  sink.write('2026/11/a.html', 'one');
  mkdirSync(join(folder, '2026/12'));
  writeFileSync(join(folder, '2026/12/b.html'), 'theirs');
  sink.write('2026/12/b.html', 'ours');
  expect(readFileSync(join(folder, '2026/12/b.html'), 'utf8')).toBe('ours');
});
