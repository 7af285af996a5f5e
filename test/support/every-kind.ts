import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/model/article.ts';
import type { Label } from '../../src/model/label.ts';
import { PAGE_SIZE } from '../../src/publish/list-pages.ts';
import type { MemoryArchive } from './memory-archive.ts';
import { plainArticle } from './plain-article.ts';
import { sampleArchive } from './sample-articles.ts';

const DAY = '2026-09-14';
const IN_LISTS = 2 * PAGE_SIZE + 3;

/** Everything a body may hold, in one. */
const RICH = `<p>内蒙古的<ruby>苏木<rp>（</rp><rt>sūmù</rt><rp>）</rp></ruby>，见<a href="https://a.example/?b=1&amp;c=2">一张表</a>与<code>kanyin run</code>。<em>着重</em>、<strong>粗体</strong>、H<sub>2</sub>O、10<sup>6</sup>、<del>旧</del><ins>新</ins>、<time datetime="2026-09-14">十四日</time>。</p>
<h2>一、表格</h2>
<table><caption>各旗产量</caption><thead><tr><th scope="col">旗</th><th scope="col">万吨</th><th scope="col">同比</th></tr></thead><tbody><tr><td>东旗</td><td>1,204</td><td>+9%</td></tr><tr><td>西旗</td><td>87</td><td>−3.5%</td></tr></tbody></table>
<h3>二、代码与引文</h3>
<pre><code>const wind = await read('https://a.example/a-very-long-address-that-no-phone-can-show-in-one-line?with=parameters');
print(wind)</code></pre>
<blockquote><p>风来了，电就来了。</p></blockquote>
<ol start="3"><li>第三条<ul><li>其中一项</li></ul></li><li>第四条</li></ol>
<dl><dt>绿电</dt><dd>来自风与光的电</dd></dl>
<figure><img src="https://pictures.example/harbour.jpg" width="1200" height="800" alt="港口"><figcaption>港口。周默 摄</figcaption></figure>
<p><img src="https://pictures.example/no-size.jpg" alt="没有说尺寸的图"></p>
<figure><video src="https://films.example/a.mp4" poster="https://pictures.example/poster.jpg" width="640" height="360"></video><figcaption>航拍</figcaption></figure>
<details><summary>附：名单</summary><p>甲、乙、丙。</p></details>
<hr><p lang="en">Mixed text in “Latin” letters, 35% of it.</p><p dir="rtl" lang="ar">نص عربي قصير</p>`;

const shared: Label[] = [
  { kind: 'topic', surface: '乡村振兴', id: 'rural', start: 0, end: 4, confidence: 0.9, evidence: ['lexicon'] },
];

export const RICH_ARTICLE: Article = {
  ...plainArticle(9001),
  path: `/2026/09/14/${plainArticle(9001).id}/`,
  published: `${DAY}T02:00:00Z`,
  firstSeen: `${DAY}T02:05:00Z`,
  updated: `${DAY}T03:00:00Z`,
  section: 'news',
  outlet: '青澜日报',
  title: '长文：一篇什么都有的文章，表格、代码、注音、影片与图',
  originalTitle: '原来的标题不是这样',
  dek: '题下的话。',
  authors: ['周默', 'Anna Example'],
  editor: '林一禾',
  origin: '青澜通讯社',
  language: 'zh-CN',
  document: { number: '青发〔2026〕9号', issuer: '青澜市人民政府', issued: DAY },
  attachments: [{ url: 'https://a.example/a.pdf', title: '附件一' }],
  html: RICH,
  text: '内蒙古的苏木，见一张表。',
  labels: shared,
};
/** Neither picture nor dek, author or label; without a day of its own. */
export const FLASH_ARTICLE: Article = {
  ...plainArticle(9002),
  path: `/2026/09/14/${plainArticle(9002).id}/`,
  firstSeen: `${DAY}T04:00:00Z`,
  section: 'news',
  title: '快讯：今晨六时开闸',
  html: '<p>今晨六时开闸。</p>',
  text: '今晨六时开闸。',
};
delete FLASH_ARTICLE.published;

/** The sample newspaper and what it lacks, so that every kind of page is there, numbered pages of every list among them. */
export function everyKindArchive(): MemoryArchive {
  const archive = sampleArchive();
  for (let i = 0; i < IN_LISTS; i++) {
    const at = `${DAY}T00:${String(i % 60).padStart(2, '0')}:00Z`;
    const article = plainArticle(8000 + i, { section: 'news', sourceId: 'qinglan', labels: shared });
    archive.file({ ...article, path: `/2026/09/14/${article.id}/`, published: at, firstSeen: at });
  }
  archive.file(RICH_ARTICLE);
  archive.file(FLASH_ARTICLE);
  archive.story([plainArticle(8000).id, RICH_ARTICLE.id], `${DAY}T05:00:00Z`);
  return archive;
}

/** A folder of own pages below `root`. */
export function ownPagesFolder(root: string): string {
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(join(root, 'own-'));
  writeFileSync(
    join(folder, 'imprint.md'),
    `# 编辑部

本报每天刊印。

## 怎样找到我们

- 来信：[编辑部](https://morning.example/about/)
- 订阅：见“关于”

> 错了就改，改了就说。

| 版面 | 编辑 |
|---|---|
| 要闻 | 周默 |

\`\`\`
kanyin run
\`\`\`
`,
  );
  return folder;
}

/** One address of every kind of page, as a reader meets it. */
export const EVERY_PAGE: Readonly<Record<string, string>> = {
  front: '/',
  rich: RICH_ARTICLE.path,
  flash: FLASH_ARTICLE.path,
  latest: '/latest/',
  'latest-2': '/latest/p/2/',
  section: '/section/news/',
  'section-1': '/section/news/p/1/',
  day: '/2026/09/14/',
  'day-1': '/2026/09/14/p/1/',
  month: '/2026/09/',
  archive: '/archive/',
  source: '/source/qinglan/',
  'source-1': '/source/qinglan/p/1/',
  label: '/label/place/qinglan/',
  topic: '/label/topic/rural/',
  'topic-1': '/label/topic/rural/p/1/',
  about: '/about/',
  search: '/search/',
  starred: '/starred/',
  own: '/imprint/',
  missing: '/no/such/page/',
};
