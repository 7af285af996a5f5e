import { expect, test } from 'vitest';
import { readPage } from '../../src/pipeline/read-page.ts';

const PROSE = {
  en: '<p>The ferry company said on Tuesday that the new timetable will hold from March, and nobody objected.</p>'.repeat(
    4,
  ),
  zh: '<p>八月二十九日清晨，县里第一座风电场的首台机组正式并入电网，全部投运后可以供应三万户居民。</p>'.repeat(4),
};
/** UTF-16 units of a run: a pattern of square time takes many seconds for them. */
const LENGTH = 200_000;
/** Milliseconds of CPU for one page: ten times what the slowest takes. */
const LONGEST = 8000;
const RUNS =
  '|\u3000|2026-|2026年1月|(|（|“|A|字|a |A. |By |By A, |and | - |_|：|来源：|编辑 |（记者|张三、|电（|国发〔2026〕|附件1：|.|—|/|\\|&|<|%20|{|10:00 |vor |de |Foto: |a@|\u0001|기자 |=|【|\u200b'
    .split('|')
    .map((run) => run || ' ');

/** One page with the run in every place that a field is read from. */
function page(run: string, prose: string): string {
  const text = run.repeat(Math.ceil(LENGTH / run.length));
  const quoted = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const metas = [
    'og:title',
    'og:site_name',
    'author',
    'keywords',
    'description',
    'source',
    'article:published_time',
    'og:image',
  ]
    .map((name) => `<meta name="${name}" content="${quoted}">`)
    .join('');
  const told = JSON.stringify({
    '@type': 'NewsArticle',
    headline: text,
    datePublished: text,
    author: [{ name: text }],
    image: text,
  });
  return `<title>${quoted}</title>${metas}<script type="application/ld+json">${told.replaceAll('<', '\\u003c')}</script>
<h1>${quoted}</h1><p class="byline">${quoted}x</p><p><b>${quoted}</b><i>x</i></p><time datetime="${quoted}">${quoted}</time>
<div class="${quoted}" style="${quoted}">${prose}<figure><img src="/${quoted}" alt="${quoted}" srcset="${quoted}"><figcaption>${quoted}</figcaption></figure>
<p>${quoted}</p><p><a href="${quoted}">${quoted}</a></p>${prose}<p>责任编辑：${quoted}</p><p>附件：${quoted}</p></div>`;
}

test.each(RUNS)(
  '200,000 characters of %j in every place take linear time',
  (run) => {
    for (const prose of Object.values(PROSE)) {
      const html = Buffer.from(page(run, prose));
      const before = process.cpuUsage();
      const found = readPage(html, undefined, {
        now: new Date('2026-11-20T00:00:00Z'),
        url: 'https://paper.example/2026/11/19/1.html',
      });
      const { user, system } = process.cpuUsage(before);
      expect(found.ok || found.problem.code).toSatisfy(
        (answer: unknown) => answer === true || /^EXTRACT_/.test(String(answer)),
      );
      expect((user + system) / 1000).toBeLessThan(LONGEST);
    }
  },
  120_000,
);
