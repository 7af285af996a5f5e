import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';

const PROSE =
  '<p>各旗县区人民政府，市政府各部门：为了加快防风林带建设，经研究同意，现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(
    4,
  );
const TITLE = '<h1>关于建设防风林带的通知</h1>';

function document(body: string) {
  const found = extractPage(
    `<html lang="zh"><head><title>关于建设防风林带的通知_北岭市人民政府</title></head><body>${body}</body></html>`,
    { now: new Date('2026-11-20T00:00:00Z'), url: 'https://www.beiling.gov.example/zwgk/1.html' },
  );
  if (!found.ok) throw new Error(found.problem.code);
  const { documentNumber, issuer, issued, attachments } = found.value;
  return { documentNumber, issuer, issued, attachments };
}

describe('government documents', () => {
  test.each([
    [
      'a table above the headline',
      `<table><tr><td>索引号</td><td>BL001</td><td>发文机关</td><td>北岭市人民政府办公室</td></tr><tr><td>发文字号</td><td>北政办发〔2026〕12号</td><td>成文日期</td><td>2026年3月2日</td></tr></table>${TITLE}${PROSE}`,
      ['北政办发〔2026〕12号', '北岭市人民政府办公室', '2026-03-02'],
    ],
    [
      'a list of labels with wide spaces in them',
      `${TITLE}<ul><li><b>发文机构：</b><span>北岭市林业和草原局</span></li><li><b>文　　号：</b><span>北林发〔2026〕3号</span></li><li><b>成文日期：</b><span>2026-03-02</span></li><li><b>发布日期：</b><span>2026-03-05</span></li></ul>${PROSE}`,
      ['北林发〔2026〕3号', '北岭市林业和草原局', '2026-03-02'],
    ],
    [
      'labels in brackets on one line',
      `${TITLE}<div>【发文机关】北岭市人民政府　【文号】北政发[2026]5号　【成文日期】2026年03月02日</div>${PROSE}`,
      ['北政发[2026]5号', '北岭市人民政府', '2026-03-02'],
    ],
    [
      'a definition list',
      `<dl><dt>发文机关：</dt><dd>北岭市人民政府</dd><dt>发文字号：</dt><dd>北政发〔2026〕5号</dd><dt>成文日期：</dt><dd>2026年03月02日</dd></dl>${TITLE}${PROSE}`,
      ['北政发〔2026〕5号', '北岭市人民政府', '2026-03-02'],
    ],
    [
      'several bodies',
      `${TITLE}<table><tr><th>发文单位</th><td>市林草局 市财政局</td><th>文件编号</th><td>北林联发〔2026〕7号</td></tr><tr><th>印发日期</th><td>2026.3.2</td></tr></table>${PROSE}`,
      ['北林联发〔2026〕7号', '市林草局、市财政局', '2026-03-02'],
    ],
    [
      'the number under the headline, the body and the day at the end',
      `${TITLE}<p align=center>北政发〔2026〕5号</p>${PROSE}<p align=right>北岭市人民政府</p><p align=right>2026年3月2日</p>`,
      ['北政发〔2026〕5号', '北岭市人民政府', '2026-03-02'],
    ],
    [
      'two bodies sign, the day in Chinese numerals',
      `${TITLE}${PROSE}<p>北岭市林业和草原局</p><p>北岭市财政局</p><p>二〇二六年三月二日</p>`,
      [undefined, '北岭市林业和草原局、北岭市财政局', '2026-03-02'],
    ],
    [
      'an order',
      `<h1>北岭市防风林带管理办法</h1><p align=center>北岭市人民政府令第38号</p>${PROSE}`,
      ['北岭市人民政府令第38号', undefined, undefined],
    ],
    [
      'a report of an office is no document',
      `<h1>防风林带今年种下三万株</h1>${PROSE}<p>北岭市林业和草原局</p><p>2026年3月2日</p>`,
      [undefined, undefined, undefined],
    ],
  ])('%s', (_, body, [documentNumber, issuer, issued]) => {
    expect(document(body)).toMatchObject({ documentNumber, issuer, issued });
  });
  test('attachments: behind the signature, by their address or their name, a sign before the name counts once', () => {
    const files =
      '<p>附件：<a href="/f/1.docx">1.防风林带任务表</a></p><p><a href="/f/a.pdf"><img src="/pdf.png"></a><a href="/f/a.pdf">任务分解表.pdf</a></p><p><a href="/attach/download?id=9">附件2.责任单位名单.xls</a></p><p><a href="/zwgk/2.html">下一篇</a></p>';
    expect(document(`${TITLE}${PROSE}<p>北岭市人民政府</p><p>2026年3月2日</p>${files}`).attachments).toEqual([
      { url: 'https://www.beiling.gov.example/f/1.docx', title: '1.防风林带任务表' },
      { url: 'https://www.beiling.gov.example/f/a.pdf', title: '任务分解表.pdf' },
      { url: 'https://www.beiling.gov.example/attach/download?id=9', title: '附件2.责任单位名单.xls' },
    ]);
  });
});

describe('the facts of a document are no part of its text', () => {
  const FACTS = [
    ['索 引 号：', 'BL001/2026-12'],
    ['主题分类：', '林业'],
    ['发文机关：', '北岭市人民政府办公室'],
    ['成文日期：', '2026年03月02日'],
    ['标　　题：', '关于建设防风林带的通知'],
    ['主 题 词：', ''],
  ] as const;
  const each = (row: (label: string, value: string) => string): string =>
    FACTS.map(([label, value]) => row(label, value)).join('');
  const SHAPES = {
    table: `<table>${each((a, b) => `<tr><td>${a}</td><td>${b}</td></tr>`)}</table>`,
    'table without colons': `<table>${each((a, b) => `<tr><th>${a.slice(0, -1)}</th><td>${b}</td></tr>`)}</table>`,
    list: `<ul>${each((a, b) => `<li><label>${a}</label><span>${b}</span></li>`)}</ul>`,
    terms: `<dl>${each((a, b) => `<dt>${a}</dt><dd>${b}</dd>`)}</dl>`,
    paragraphs: each((a, b) => `<p>${a}${b}</p>`),
    'one line': `<div>${each((a, b) => `${a}${b}　`)}</div>`,
    breaks: `<p>${each((a, b) => `${a}${b}<br>`)}</p>`,
  };
  const textOf = (html: string): string => {
    const found = extractPage(`<html lang="zh"><title>关于建设防风林带的通知</title><body>${html}</body></html>`, {
      now: new Date('2026-11-20T00:00:00Z'),
      url: 'https://www.beiling.gov.example/zwgk/1.html',
    });
    return found.ok ? found.value.text : found.problem.code;
  };
  test.each(Object.entries(SHAPES))('%s', (_, facts) => {
    for (const html of [
      `<div>${facts}${TITLE}<div>${PROSE}</div></div>`,
      `<div>${TITLE}<div>${facts}${PROSE}</div></div>`,
    ]) {
      expect(textOf(html)).toMatch(/^各旗县区/);
      expect(textOf(html).match(/各旗县区/g)).toHaveLength(4);
    }
  });
  test('a table of the text, or words of its sentences, stay', () => {
    const row = '<tr><td>发布时间</td><td>名称</td></tr><tr><td>三月</td><td>防风林带</td></tr>';
    expect(textOf(`${TITLE}<div>${PROSE}<table>${row}</table>${PROSE}</div>`)).toContain('发布时间');
    const words =
      '<p>办法规定，索引号：由各单位编制；发文机关：由办公室填写；成文日期：以签发日期为准，三项缺一不可。</p>';
    expect(textOf(`${TITLE}<div>${PROSE}${words}</div>`)).toContain('三项缺一不可');
  });
});
