import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/kit/html/text.ts';
import { elements, parseBody } from '../../src/kit/html/tree.ts';
import { articleId } from '../../src/kit/id.ts';
import { localTime } from '../../src/kit/zone.ts';
import type { Article } from '../../src/model/article.ts';
import { hexoPost } from '../../src/publish/hexo/write-post.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { hostileArticle } from '../support/hostile-articles.ts';
import { sampleNewsroom } from '../support/sample-newsroom.ts';
import { HexoProject } from './hexo-project.ts';

const ZONE = 'Asia/Shanghai';
let hexo: HexoProject;
beforeEach(() => {
  hexo = new HexoProject();
});
afterEach(() => hexo.remove());

const squeezed = (html: string): string => htmlToText(html).replace(/\s+/g, '');
const contentOf = (page: string): string => /<main id="post-content">([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';

/** Everything that is known to stop Hexo, lose a post or change its words. */
const TRAPS: [title: string, html: string, more?: Partial<Article>][] = [
  [
    '{{ site.title }} 与 {% raw %}',
    '<p>{{ 7 * 7 }} {% raw %} {# 注释 #} {% endraw %}</p><pre><code>a\n\n{{ b }}\n\n\nc</code></pre>',
  ],
  ['冒号: 值', '<p>键: 值</p>'],
  ['[方括号] 开头', '<p>- 横线</p>'],
  ['@提到 某人', '<p># 井号</p>'],
  ['\'单\' 和 "双" 引号\\', '<p>* 星号 *</p>'],
  ['--- 三横', '<p>---</p><p>\n\n    四个空格\n\n</p>'],
  ['yes', '<p>是</p>'],
  ['2026-10-01', '<p>日期</p>'],
  ['null', '<p>空</p>'],
  ['! 感叹 & 和 * 号', '<blockquote><p>引</p></blockquote><ul><li>一</li><li>二</li></ul>'],
  ['# 井号开头', '<table><tbody><tr><td>甲 | 乙</td></tr></tbody></table>'],
  ['% 百分号 > 大于 `反引号`', '<p><code>{{</code> <!-- more --> 后文</p>'],
  ['结尾是冒号:', '<p>行尾两个空格  </p><p>下一行</p>'],
  ['行\n断', '<p>第一行\n\n\n第四行</p>'],
  [
    '标签很长',
    '<p>正文</p>',
    { keywords: ['长'.repeat(200), 'a/b', '../..', '同', '同 ', '<b>'], categories: ['甲/乙', '..', '京蒙协作'] },
  ],
  ['没有日期', '<p>正文</p>', { published: undefined as never }],
  ['只有日期', '<p>正文</p>', { published: '2026-10-05' }],
  ['空白正文', ''],
  [
    '图 与 说明',
    '<figure><img src="https://img.example/a.jpg?x={{1}}&amp;y=2" alt="图{1}"><figcaption>说明 {{图}}</figcaption></figure>',
  ],
];

function trap([title, html, more]: (typeof TRAPS)[number], i: number): Article {
  const url = `https://trap.example/${i}`;
  const id = articleId(url);
  const article: Article = {
    id,
    url,
    path: `/2026/10/04/${id}/`,
    sourceId: 'trap',
    section: 'news',
    outlet: '陷阱报',
    title,
    authors: [],
    published: '2026-10-03T17:30:00.000Z',
    firstSeen: '2026-10-03T18:00:00.000Z',
    categories: [],
    keywords: [],
    attachments: [],
    images: [],
    html,
    text: htmlToText(html),
    labels: [],
    notes: [],
    revision: 1,
    ...more,
  };
  if (article.published === undefined) delete article.published;
  return article;
}

/** Scripts, handlers and script addresses that a browser would run. */
const dangers = (html: string): string[] =>
  [...elements(parseBody(html))].flatMap((element) => [
    ...(element.tagName === 'script' || element.tagName === 'style' ? [element.tagName] : []),
    ...element.attrs
      .filter(({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value))
      .map(({ name }) => name),
  ]);

describe('the default profile in a real Hexo', () => {
  test('every trap is one page, at its address, with its words and its local time', () => {
    const articles = [...TRAPS.map(trap), ...Array.from({ length: 8 }, (_, i) => hostileArticle(i))];
    for (const article of articles) {
      const post = hexoPost(article, { profile: 'hexo', timeZone: ZONE, labelsAsTags: true });
      expect(post.text).not.toMatch(/[{}]/);
      writeFileSync(join(hexo.posts, post.file), post.text);
    }
    const done = hexo.generate();
    expect(done.code, done.out).toBe(0);
    expect(done.out).not.toMatch(/ERROR|FATAL/);
    const pages = hexo.articlePages();
    expect([...pages.keys()].sort()).toEqual(articles.map((article) => article.path).sort());
    for (const article of articles.slice(0, TRAPS.length)) {
      const page = pages.get(article.path)!;
      expect(squeezed(contentOf(page)), article.title).toBe(`${squeezed(article.html)}来源：${article.outlet}`);
      const at = article.published ?? article.firstSeen;
      const local = at.length === 10 ? `${at} 00:00:00` : localTime(at, ZONE);
      expect(/<time>(.*?)<\/time>/.exec(page)?.[1]).toBe(local);
      expect(squeezed(/<title>([\s\S]*?)<\/title>/.exec(page)![1]!)).toBe(
        squeezed(article.title.replace(/&/g, '&amp;').replace(/</g, '&lt;')),
      );
    }
    for (const page of pages.values()) expect(dangers(contentOf(page))).toEqual([]);
  });

  test('all sample posts: as many pages as articles', async () => {
    const sample = await sampleNewsroom(`outputs: { hexo: "${hexo.posts}" }`);
    try {
      const fetched = await sample.run(['fetch']);
      expect(fetched.code, fetched.stderr).toBe(0);
      const published = await sample.run(['publish']);
      expect(published.code, published.stderr).toBe(0);
      const opened = openSqliteStore(sample.path('data/kanyin.db'));
      if (!opened.ok) throw new Error(opened.problem.code);
      const heads = await opened.value.list('all', 0, 1000);
      await opened.value.close();
      expect(heads.length).toBeGreaterThanOrEqual(24);

      const done = hexo.generate();
      expect(done.code, done.out).toBe(0);
      const pages = hexo.articlePages();
      expect([...pages.keys()].sort()).toEqual(heads.map((head) => head.path).sort());
      for (const page of pages.values()) {
        expect(contentOf(page)).toContain('rel="noopener nofollow"');
        expect(contentOf(page)).not.toMatch(/二维码|责任编辑|原标题|<style|<!--/);
      }
    } finally {
      sample.remove();
    }
  });
});
