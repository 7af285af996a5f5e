import { readPage } from '../../src/pipeline/read-page.ts';

/**
 * Run as a child with a small heap: reads every hostile page and prints a JSON line for each. A page that needs more memory or
 * throws ends the process.
 */
const PROSE =
  '<p>The ferry company said on Tuesday that the new timetable will hold from March, and nobody objected.</p>';
const ZH = '<p>八月二十九日清晨，县里第一座风电场的首台机组正式并入电网，全部投运后可以供应三万户居民。</p>';
const MB = 1 << 20;
const fill = (piece: string, bytes: number): Buffer => Buffer.alloc(bytes, piece);
const text = (html: string) => (): Buffer => Buffer.from(html);

/** Bytes without any order, the same every time. */
function noise(bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  let state = 1;
  for (let i = 0; i < bytes; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    out[i] = state >> 16;
  }
  return out;
}

const PAGES: Record<string, () => Uint8Array> = {
  empty: text(''),
  'no body': text('<html><head><title>x</title></head></html>'),
  frameset: text('<html><frameset cols="50%,50%"><frame src=a><frame src=b></frameset></html>'),
  binary: () => noise(100_000),
  'a picture': () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), noise(50_000)]),
  ...Object.fromEntries(
    [
      '<div>',
      '<b>x',
      '<a href=x>x',
      '<span>a',
      '<blockquote>',
      '<ul><li>',
      '<svg>',
      '<math>',
      '<select>',
      '<template>',
      '<table><tr><td>',
      '<h1>x',
    ].map((piece) => [`${piece} 100,000 deep`, text(piece.repeat(100_000) + PROSE.repeat(5))]),
  ),
  ...Object.fromEntries(
    [
      PROSE,
      ZH,
      '<li><a href="/n/1.html">To something else</a></li>',
      '<img src="/a.jpg" alt="x">',
      '<i>',
      '<',
      ' ',
      '\0',
      'text<br>',
      '<script>',
      '<!--',
      '&',
      '<a ',
      '\xff',
    ].map((piece) => [`20 MB of ${piece.slice(0, 20)}`, () => fill(piece, 20 * MB)]),
  ),
  'formatting that is opened again and again': text('<p><font color=red>'.repeat(40_000) + PROSE.repeat(5)),
  '20 MB of script and an article': text(`<script>${'var a = 1; '.repeat((11 * MB) / 11)}</script>${PROSE.repeat(5)}`),
  '20 MB of noise': () => noise(20 * MB),
  'formatting of many kinds in many paragraphs': text(
    Array.from({ length: 25_000 }, (_, i) => `<p><b id=${i}>x`).join('') + PROSE.repeat(5),
  ),
  'a picture of 20,000 sources and 3,000 images': text(
    `${PROSE.repeat(5)}<picture>${'<source srcset="/p.jpg 800w">'.repeat(20_000)}${'<img src="/q.jpg">'.repeat(3000)}</picture>${PROSE.repeat(5)}`,
  ),
  'the table of a document in 24,000 boxes': text(
    `${'<div>'.repeat(24_000)}索引号：甲${'</div>'.repeat(24_000)}<p>${ZH.repeat(5)}`,
  ),
  'text that tables do not take': text(`<table>${'x<tr>'.repeat(40_000)}${PROSE.repeat(5)}`),
  'ends that were never begun': text('<span>'.repeat(30_000) + '</em>'.repeat(60_000) + PROSE.repeat(5)),
  'one element of 500,000 attributes': text(
    `<div ${Array.from({ length: 500_000 }, (_, i) => `a${i} `).join('')}>${PROSE.repeat(5)}</div>`,
  ),
  'prose up to the limit': text(PROSE.repeat(13_000)),
  'a table up to the limit': text(`<table>${'<tr><td>1<td>2<td>3'.repeat(12_000)}</table>${PROSE.repeat(5)}`),
  'JSON-LD without end': text(
    `<script type="application/ld+json">${'[{"@type":"NewsArticle",'.repeat(40_000)}</script>${PROSE.repeat(5)}`,
  ),
  '100,000 metas': text('<meta name=a content=b>'.repeat(100_000) + PROSE.repeat(5)),
  '30,000 headlines': text('<h1>A headline of the day</h1>'.repeat(30_000) + PROSE.repeat(5)),
  '30,000 bylines': text('<p>2026-01-02 10:00 By Ida Vale</p>'.repeat(30_000) + PROSE.repeat(5)),
};

for (const [name, make] of Object.entries(PAGES)) {
  const bytes = make();
  const before = process.cpuUsage();
  const found = readPage(bytes, undefined, {
    now: new Date('2026-11-20T00:00:00Z'),
    url: 'https://a.example/n/1.html',
  });
  const { user, system } = process.cpuUsage(before);
  const answer = found.ok ? `${found.value.text.length} characters` : found.problem.code;
  process.stdout.write(`${JSON.stringify({ name, ms: Math.round((user + system) / 1000), answer })}\n`);
}
process.stdout.write(`${JSON.stringify({ name: 'end', mb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
