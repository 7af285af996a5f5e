import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/pipeline/read-page.ts';

const NEEDS = { now: new Date('2026-11-20T00:00:00Z'), url: 'https://paper.example/2026/11/19/1.html' };
const TEXT = [
  '八月二十九日清晨，县里第一座风电场的首台机组正式并入电网，这座风电场一共安装二十四台机组。',
  '全部投运后可以供应三万户居民，工程师说，最难的是把叶片运过那座石桥，桥面只有四米宽。',
  '县长在现场说，明年还要再建一座，选址已经定在北岭东坡，那里的风比这里更稳。',
];
const page = (charset: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="${charset}"><title>北岭风电场首台机组并网_北岭日报</title><meta name="author" content="贺小满"></head><body><h1>北岭风电场首台机组并网</h1><p>2026-11-19 08:30 来源：北岭日报</p><div class="content">${TEXT.map((line) => `<p>${line}</p>`).join('')}<p>责任编辑：贺小满</p></div></body></html>`;
const read = (bytes: Uint8Array, contentType?: string) => {
  const found = readPage(bytes, contentType, NEEDS);
  return found.ok ? found.value : found.problem;
};
const utf8 = Buffer.from(page('utf-8'));

describe('one page in any encoding is one article', () => {
  const expected = read(utf8);
  test('as it is', () => {
    expect(expected).toMatchObject({
      title: '北岭风电场首台机组并网',
      text: TEXT.join('\n'),
      editor: '贺小满',
      origin: '北岭日报',
      published: '2026-11-19T08:30:00+08:00',
    });
  });
  test.each([
    ['gb18030', iconv.encode(page('gb18030'), 'gb18030'), undefined],
    [
      'gb18030, declared nowhere',
      iconv.encode(page('utf-8').replace('<meta charset="utf-8">', ''), 'gb18030'),
      undefined,
    ],
    ['GBK, declared as UTF-8', iconv.encode(page('utf-8'), 'gbk'), 'text/html; charset=utf-8'],
    ['UTF-8, declared as GBK', Buffer.from(page('gbk')), 'text/html; charset=gbk'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), undefined],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'), undefined],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le').swap16(), undefined],
    ['UTF-16LE without', Buffer.from(page('utf-16'), 'utf16le'), undefined],
  ])('%s', (_, bytes, contentType) => {
    expect(read(bytes, contentType)).toEqual(expected);
  });
});

describe('any bytes', () => {
  const piece = fc.constantFrom(
    ...'<html> <head> <title> </title> <meta|charset=gbk> <body> <article> <div|class="content"> <p> </p> <h1> <table> <td> <li> <img|src=/a.jpg> <script> </script> <!-- --> <frameset> <svg> <time|datetime=2026-11-19> By|Ida|Vale 责任编辑：贺小满 来源： 2026-11-19|08:30 原标题：甲 。 <figure> <figcaption> <noscript>'
      .split(' ')
      .map((word) => word.replaceAll('|', ' ')),
    `<p>${TEXT[0]}</p>`,
    '<p>The ferry company said on Tuesday, after a long meeting, that the new timetable will hold.</p>',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(piece, { maxLength: 25 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.array(piece, { maxLength: 25 }).map((pieces) => iconv.encode(pieces.join(''), 'gb18030')),
    fc
      .tuple(fc.array(piece, { maxLength: 25 }), fc.nat(4000))
      .map(([pieces, cut]) => Buffer.from(pieces.join('')).subarray(0, cut)),
  );
  test('get the same answer twice, an article or a problem, and nothing empty in it', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const once = read(input);
        expect(read(Uint8Array.from(input))).toEqual(once);
        for (const [name, value] of Object.entries(once)) expect(value, name).not.toBe('');
        if ('text' in once) expect(once.text).not.toBe('');
      }),
      { numRuns: 600 },
    );
  });
  test('a page read before changes nothing', () => {
    const alone = read(utf8);
    read(Buffer.from('<title>Another</title><h1>Another</h1><p>Somebody said something, and so on.</p>'));
    expect(read(utf8)).toEqual(alone);
  });
});

/** The heap that pages are read in; with bytes and code of the process beside it 300 MB. */
const HEAP_MB = 200;
/** Milliseconds of CPU: ten times what is promised, for machines that are busy or slow. */
const LONGEST = 20_000;

test('hostile pages of 20 MB and 100,000 levels are answered in bounded time and memory', async () => {
  const script = fileURLToPath(new URL('../support/read-hostile-pages.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP_MB}`, script], {
    maxBuffer: 1 << 22,
  });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; ms?: number; answer?: string });
  expect(answers.at(-1)!.name).toBe('end');
  for (const { name, ms, answer } of answers.slice(0, -1)) {
    expect(ms, name).toBeLessThan(LONGEST);
    expect(answer, name).toMatch(/^\d+ characters$|^EXTRACT_(?:NO_BODY|TOO_LARGE)$/);
  }
}, 240_000);
