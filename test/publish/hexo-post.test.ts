import { expect, test } from 'vitest';
import { hexoPost } from '../../src/publish/hexo/write-post.ts';
import { plainArticle } from '../support/plain-article.ts';

const options = { profile: 'hexo', timeZone: 'Asia/Shanghai', labelsAsTags: false } as const;

test('pictures from afar are asked for without a referrer, local ones plainly', () => {
  const html =
    '<p>文</p><p><img alt="甲" src="https://a.example/1.jpg"><img src="https://a.example/2.jpg" alt="乙"></p>';
  const afar = hexoPost(plainArticle(1, { html }), options).text;
  expect(afar.match(/<img loading="lazy" referrerpolicy="no-referrer" [^>]*src="https/g)).toHaveLength(2);
  const images = (src: string) => (src.endsWith('1.jpg') ? { src: '/pictures/1.jpg', width: 3, height: 2 } : undefined);
  const kept = hexoPost(plainArticle(1, { html }), { ...options, images }).text;
  expect(kept).toContain('<img alt="甲" src="/pictures/1.jpg">');
  expect(kept.match(/referrerpolicy/g)).toHaveLength(1);
});

test('a section by its name; an import without a source links to nobody', () => {
  const article = plainArticle(1, { section: 'news', outlet: '青澜日报' });
  const sectionTitle = (slug: string) => (slug === 'news' ? '要闻' : undefined);
  const known = hexoPost(article, { ...options, sectionTitle }).text;
  expect(known).toContain('categories: [["要闻"]]');
  expect(known).toContain('<a href="https://outlet.example/1"');
  const own = hexoPost({ ...article, url: `https://paper.example${article.path}` }, options).text;
  expect(own).toContain('categories: [["news"]]');
  expect(own).not.toContain('paper.example');
  expect(own).toContain('<p class="source">来源：青澜日报</p>');
});
