import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import { maskPage, maskText } from '../../src/kit/html/mask-page.ts';
import { findSiteRule, packedRules } from '../../src/sites/find-site-rule.ts';
import type { SiteRule } from '../../src/sites/site-rule.ts';

const PAGE = `<!doctype html><html lang="zh"><head><title>秋浇开始</title><meta name="description" content="一句话"></head><body>
<div class="long"><p>${'更长的一段文字，讲的是别的事情，句子也多。'.repeat(20)}</p></div>
<!-- note --><script>var a = 1</script>
<div id="flash"><h4 class="hl">秋浇开始</h4><p>河套灌区今天开始秋浇。</p><p class="ask">看更多</p></div></body></html>`;

async function run(
  args: string[],
  signal = new AbortController().signal,
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const into = (add: (text: string) => void) =>
    new Writable({
      write(chunk, _coding, done) {
        add(String(chunk));
        done();
      },
    });
  const code = await main(args, {
    stdin: process.stdin,
    stdout: into((text) => {
      out += text;
    }),
    stderr: into((text) => {
      err += text;
    }),
    env: {},
    cwd: process.cwd(),
    now: () => new Date('2026-11-20T00:00:00Z'),
    signal,
  });
  return { code, out, err };
}

test('writes a rule and a proof without a word of the page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, PAGE);
  const given = ['site-new', page, '--url', 'https://www.flash.example/1', '--into', folder];

  const shown = await run(given);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain('nothing written');

  const made = await run([
    ...given,
    '--why',
    'below a longer text',
    '--body',
    '#flash',
    '--remove',
    '.ask',
    '--title',
    '.hl',
  ]);
  expect(made.err).toBe('');
  expect(made.code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'src/sites/rules/flash.example.json'), 'utf8'))).toEqual({
    hosts: ['flash.example'],
    why: 'below a longer text',
    proof: 'flash.example',
    body: '#flash',
    remove: ['.ask'],
    title: '.hl',
  });
  const proof = readFileSync(join(folder, 'fixtures/sites/flash.example/input.html'), 'utf8');
  expect(proof).not.toMatch(/河套|秋浇|一句话|var a|note/);
  expect(proof).toContain('id="flash"');
  expect(JSON.parse(readFileSync(join(folder, 'fixtures/sites/flash.example/expected.json'), 'utf8'))).toEqual({
    url: 'https://www.flash.example/1',
    text: [maskText('河套灌区今天开始秋浇。')],
    without: [],
    fields: { title: maskText('秋浇开始') },
  });

  expect((await run([...given, '--why', 'x', '--body', 'p'])).err).toContain('--force');
});

test('what it writes is a rule as the program reads its own, right on its proof and needed there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, PAGE);
  const made = ['--why', 'below a longer text', '--body', '#flash', '--remove', '.ask', '--title', '.hl'];
  await run(['site-new', page, '--url', 'https://www.flash.example/1', '--into', folder, ...made]);
  const rules = packedRules(pathToFileURL(`${folder}/src/sites/rules/`));
  const rule = findSiteRule('https://m.flash.example/9', rules)!;
  expect(findSiteRule('https://flash.example.other/9', rules)).toBeUndefined();
  const html = readFileSync(join(folder, 'fixtures/sites', rule.proof, 'input.html'), 'utf8');
  const read = (given: SiteRule) => {
    const found = extractPage(html, {
      url: 'https://m.flash.example/9',
      now: new Date('2026-11-20T00:00:00Z'),
      rule: given,
    });
    return found.ok ? found.value : undefined;
  };
  expect(read(rule)?.text).toContain(maskText('河套灌区今天开始秋浇。'));
  expect(read(rule)?.text).not.toContain(maskText('看更多'));
  expect(read({ ...rule, body: '#nowhere', remove: [] })?.text).toContain(maskText('更长的一段文字'));
});

test('a rule without a reason, a file without address and no page at all are refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, PAGE);
  expect(
    await run(['site-new', page, '--url', 'https://a.example/', '--body', '#flash', '--into', folder]),
  ).toMatchObject({
    code: 1,
    err: expect.stringContaining('why is missing'),
  });
  expect(existsSync(join(folder, 'src'))).toBe(false);
  expect((await run(['site-new', page])).code).toBe(2);
  expect((await run(['site-new'])).code).toBe(2);
  expect((await run(['site-new', `${page}.none`, '--url', 'https://a.example/'])).code).toBe(2);
});

test('masking keeps what is equal equal, and the build', () => {
  expect(maskText('刘河 2026年')).toMatch(/^..\s2026.$/);
  expect(maskPage('<p class="x">同</p><p title="同">同</p>')).toBe(
    `<html><head></head><body><p class="x">${maskText('同')}</p><p title="${maskText('同')}">${maskText('同')}</p></body></html>`,
  );
});

describe('a live address', () => {
  let server: Server;
  let at: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/1.html') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      else if (request.url === '/moved') response.writeHead(302, { location: '/1.html' }).end();
      else if (request.url === '/a.png') response.writeHead(200, { 'content-type': 'image/png' }).end('\x89PNG');
      else if (request.url !== '/hangs') response.writeHead(404).end('gone');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = (path: string, more: string[] = [], signal?: AbortSignal) =>
    run(['site-new', `${at}${path}`, '--allow-private', '127.0.0.1', ...more], signal);

  test.each(['/1.html', '/moved'])(
    '%s: the page is fetched, the rule and its proof are written and hold',
    async (path) => {
      const folder = mkdtempSync(join(tmpdir(), 'kanyin-'));
      const made = await ask(path, [
        '--why',
        'below a longer text',
        '--body',
        '#flash',
        '--remove',
        '.ask',
        '--into',
        folder,
      ]);
      expect(made.err).toBe('');
      expect(made.code).toBe(0);
      expect(made.out).toContain('with the rule');
      expect(JSON.parse(readFileSync(join(folder, 'src/sites/rules/127.0.0.1.json'), 'utf8'))).toMatchObject({
        body: '#flash',
      });
      const proof = JSON.parse(readFileSync(join(folder, 'fixtures/sites/127.0.0.1/expected.json'), 'utf8')) as object;
      expect(proof).toMatchObject({
        url: `${at}/1.html`,
        text: expect.arrayContaining([maskText('河套灌区今天开始秋浇。')]),
      });
    },
  );
  test('a private address is refused where nobody allows it', async () => {
    const refused = await run(['site-new', `${at}/1.html`]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('FETCH_REFUSED_ADDRESS');
  });
  test.each([
    ['/404.html', 'HTTP_NOT_FOUND'],
    ['/a.png', 'EXTRACT_NO_BODY'],
  ])('%s is a problem with a name: %s', async (path, code) => {
    const failed = await ask(path);
    expect(failed.code).toBe(1);
    expect(failed.err).toContain(code);
    expect(failed.out).toBe('');
  });
  test('nobody there, and a server that never answers before the person gives up', async () => {
    expect((await run(['site-new', 'http://127.0.0.1:1/', '--allow-private', '127.0.0.1'])).code).toBe(1);
    expect((await ask('/hangs', [], AbortSignal.timeout(300))).code).toBe(1);
  });
  test('--help names every option', async () => {
    const help = await run(['site-new', '--help']);
    expect(help.code).toBe(0);
    for (const option of ['--url', '--why', '--body', '--remove', '--allow-private', '--force', '--authors'])
      expect(help.out).toContain(option);
  });
});
