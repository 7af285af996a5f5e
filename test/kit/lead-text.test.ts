import { describe, expect, test } from 'vitest';
import { leadText } from '../../src/kit/lead-text.ts';

describe('the words an article begins with', () => {
  test.each([
    [{ text: '大雪昨夜停了。\n今晨通车。' }, '大雪昨夜停了。 今晨通车。'],
    [{ text: '正文。', dek: '提要' }, '提要'],
    [{ text: '北岭社柳河11月2日电（记者林望舒）大雪昨夜停了。', dateline: '北岭社柳河11月2日电' }, '大雪昨夜停了。'],
    [{ text: '北岭社柳河11月2日电（林望舒、白桥） 大雪昨夜停了。', dateline: '北岭社柳河11月2日电' }, '大雪昨夜停了。'],
    [
      { text: '北岭社柳河11月2日电 记者从交通局获悉，通车了。', dateline: '北岭社柳河11月2日电' },
      '记者从交通局获悉，通车了。',
    ],
    [{ text: 'BEILING (AP) — Snow stopped overnight.', dateline: 'BEILING (AP)' }, 'Snow stopped overnight.'],
    [
      { text: '标题行\n北岭社柳河11月2日电 雪停了。', dateline: '北岭社柳河11月2日电' },
      '标题行 北岭社柳河11月2日电 雪停了。',
    ],
    [
      { text: '北岭社柳河11月2日电（11月1日更新）雪停了。', dateline: '北岭社柳河11月2日电' },
      '（11月1日更新）雪停了。',
    ],
  ])('%j', (article, lead) => {
    expect(leadText(article)).toBe(lead);
  });
});
