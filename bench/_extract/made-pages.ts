/** Words of imagined pages; nothing of it was ever printed. */
const WORDS =
  'ferry harbour timetable council ice summer green paper island lighthouse engine captain ticket winter bridge market window letter garden stone river'.split(
    ' ',
  );
const ZH = '北岭渡轮码头时刻表议会冰面夏天绿色纸张小岛灯塔机器船长船票冬天石桥集市窗户信件花园河流风电并网发电';

function words(seed: number, count: number): string {
  let state = seed;
  const out: string[] = [];
  for (let i = 0; i < count; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    out.push(WORDS[state % WORDS.length]!);
  }
  return out.join(' ');
}

function characters(seed: number, count: number): string {
  let state = seed;
  let out = '';
  for (let i = 0; i < count; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    out += i % 23 === 22 ? '，' : ZH[state % ZH.length]!;
  }
  return `${out}。`;
}

/** A news page as they are: scripts and styles for most of its bytes, menus, a sidebar, related lists, comments, one article. */
export function madePage(n: number, chinese: boolean): string {
  const text = (seed: number, length: number): string =>
    chinese ? characters(n * 131 + seed, length) : `${words(n * 131 + seed, length / 5)}.`;
  const title = text(1, 24).replace(/[.。]$/, '');
  const links = (count: number, name: string): string =>
    `<ul class="${name}">${Array.from({ length: count }, (_, i) => `<li class="item item-${i}"><a href="/${name}/${n}-${i}.html" data-track="t${i}"><span class="label">${text(i + 50, 16)}</span></a></li>`).join('')}</ul>`;
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) =>
      `<p style="text-indent:2em"><span class="t">${text(i + 300, 160)}</span></p>${i % 6 === 2 ? `<figure><img data-src="//cdn.paper.example/${n}/${i}.jpg" src="/blank.gif" alt=""><figcaption>${text(i, 20)}</figcaption></figure>` : ''}`,
  ).join('\n');
  const ld = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-11-19T08:30:00+08:00',
    author: { '@type': 'Person', name: 'Ida Vale' },
  });
  const script = `<script>window.__state=${JSON.stringify({ list: Array.from({ length: 300 }, (_, i) => ({ id: i, name: text(i, 40), url: `/n/${i}.html` })) }).replaceAll('</', '<\\/')}</script>`;
  return `<!doctype html><html lang="${chinese ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title} - Paper</title><meta property="og:title" content="${title}"><meta name="description" content="${text(9, 60)}"><script type="application/ld+json">${ld}</script><style>${'.a .b{color:#333;margin:0 auto;padding:4px 8px}'.repeat(800)}</style>${script}</head><body><header class="site-header"><nav>${links(60, 'menu')}</nav></header><main><article><h1>${title}</h1><div class="byline">${chinese ? '2026-11-19 08:30 来源：北岭日报' : 'By Ida Vale, November 19, 2026'}</div><div class="article-content">${paragraphs}</div></article><aside class="sidebar">${links(40, 'rank')}</aside><section class="related">${links(30, 'related')}</section></main><footer>${links(40, 'footer')}</footer>${script}</body></html>`;
}
