import { expect, test } from 'vitest';
import { explainExtract } from '../../src/cli/explain-extract.ts';
import type { Io } from '../../src/cli/verb.ts';
import { readPage } from '../../src/pipeline/read-page.ts';

const PAGE = `<html lang="zh"><head><title>湖边候鸟增多 - 青石社</title></head><body>
<nav class="top"><a href="/a">首页</a><a href="/b">湖区</a></nav><h1>湖边候鸟增多</h1>
<div id="text" class="content">
<p>来源：青石社</p>
<p>湖区管理局通报，今年秋季到湖边越冬的候鸟比去年同期多了三成，为近十年最多。</p>
<div class="share">分享到微信</div>
<p>保护站的工作人员每天清晨和傍晚各数一次，数字记在一本旧册子里。</p>
<p>扫描二维码下载客户端</p>
<p><img src="https://a.example/qrcode.png" alt="二维码"></p>
<h3>相关阅读</h3><p>码头改造后可停靠六艘客轮。</p>
</div></body></html>`;

function explained(html: string): string[][] {
  let out = '';
  const explain = explainExtract({ stderr: { write: (text: string) => (out += text) } } as unknown as Io);
  const found = readPage(new TextEncoder().encode(html), undefined, { now: new Date(0), trace: explain.trace });
  if (found.ok) explain.end(found.value);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/));
}

test('candidates with scores, the body, and every removed block with step, reason, place and text', () => {
  const lines = explained(PAGE);
  const of = (step: string): string[] =>
    lines.filter((line) => line[0]!.split(' ')[0] === step).map((line) => line.join(' '));
  expect(of('candidate')[0]).toMatch(/^candidate \d+\.\d div#text\.content «paragraphs \d+/);
  expect(of('body')[0]).toContain('div#text.content');
  expect(of('furniture').join('\n')).toContain('<nav> nav.top «首页湖区»');
  expect(of('furniture').join('\n')).toContain('named share div.share «分享到微信»');
  expect(of('lexicon').join('\n')).toContain('p «扫描二维码下载客户端»');
  expect(of('end').join('\n')).toContain('«码头改造后可停靠六艘客轮。»');
  expect(of('images').join('\n')).toContain('qrcode.png');
  expect(of('fields')[0]).toContain('title (');
  expect(of('kept')[0]).toMatch(/\d+ characters in 2 lines/);
});

test('nothing that was kept is named as removed, and what was removed is not in the text', () => {
  const removed = explained(PAGE).filter((line) =>
    /^(furniture|lexicon|end|head|tail|links|cards|teaser|repeats)/.test(line[0]!),
  );
  const found = readPage(new TextEncoder().encode(PAGE), undefined, { now: new Date(0) });
  expect(found.ok).toBe(true);
  for (const line of removed) {
    const text = /«(.*)»$/.exec(line.at(-1)!)?.[1];
    if (text && found.ok) expect(found.value.text).not.toContain(text);
  }
});

test('a page without an article shows what was looked at', () => {
  expect(explained('<nav><a href="/a">首页</a></nav>').map((line) => line[0])).toContain('furniture');
});
