import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/clean-html.ts';

const clean = (html: string): string => cleanHtml(html, { url: 'https://a.example/news/1.html' }).html;
const twice = (html: string): void => {
  const once = clean(html);
  expect(clean(once)).toBe(once);
};

describe('structure', () => {
  test.each([
    [
      'soup flattens',
      '<div><div><span><font color="red">甲</font></span><b>乙</b></div></div>',
      '<p>甲<strong>乙</strong></p>',
    ],
    ['headings', '<h1>一</h1><h5>二</h5>', '<h2>一</h2><h4>二</h4>'],
    [
      'a bold line over a paragraph is a heading',
      '<p>甲说的是水。</p><p><b>谁来放水</b></p><p>放水的人叫渠长。</p>',
      '<p>甲说的是水。</p><h2>谁来放水</h2><p>放水的人叫渠长。</p>',
    ],
    [
      'below the headings that are there',
      '<h2>水</h2><p>甲。</p><p><span style="font-weight:700">谁来放水</span> </p><p>乙。</p>',
      '<h2>水</h2><p>甲。</p><h3>谁来放水</h3><p>乙。</p>',
    ],
    [
      'a bold sentence, a credit, a label, a line of two are none',
      '<p><b>水到地头，人不能走。</b></p><p>甲。</p><p><b>记者 王海</b></p><p>乙。</p><p><b>地址：临河</b></p><p>丙。</p><p><b>一</b><i>二</i></p><p>丁。</p>',
      '<p><strong>水到地头，人不能走。</strong></p><p>甲。</p><p><strong>记者 王海</strong></p><p>乙。</p><p><strong>地址：临河</strong></p><p>丙。</p><p><strong>一</strong><em>二</em></p><p>丁。</p>',
    ],
    [
      'bold lines one after another are no headings, nor is the last line',
      '<p>甲。</p><p><b>一等奖</b></p><p><b>二等奖</b></p><p>乙。</p><p>丙。</p><p><b>完结</b></p>',
      '<p>甲。</p><p><strong>一等奖</strong></p><p><strong>二等奖</strong></p><p>乙。</p><p>丙。</p><p><strong>完结</strong></p>',
    ],
    [
      'the way back from a footnote goes',
      '<p>《手册》第四十二页。<a href="#r1">↩</a></p>',
      '<p>《手册》第四十二页。</p>',
    ],
    ['two breaks make a paragraph', '甲<br><br>乙<br>丙', '<p>甲</p><p>乙<br>丙</p>'],
    [
      'pasted indents go',
      '<p>　　甲</p><p>&nbsp;&nbsp;</p><p></p><p>\u3000\u3000丙　　丁</p>',
      '<p>甲</p><p>丙　丁</p>',
    ],
    [
      'spaces are the writer’s, not beside full-width marks',
      '<p>记者 甲 乙， 丙 。 丁</p>',
      '<p>记者 甲 乙，丙。丁</p>',
    ],
    [
      'a term stands in bold over its definition',
      '<dl><dt>缆桩</dt><dd>码头上系缆的铁桩。</dd><dt><b>护舷</b></dt> <dd><p>船与石头之间。</p><p>总是不够。</p></dd></dl><p>后文。</p>',
      '<p><strong>缆桩</strong><br>码头上系缆的铁桩。</p><p><strong>护舷</strong><br>船与石头之间。</p><p>总是不够。</p><p>后文。</p>',
    ],
    [
      'two terms, two definitions, a list below a term, a term alone',
      '<dl><dt>甲</dt><dt>乙</dt><dd>一。</dd><dd>二。</dd><dt>丙</dt><dd><ul><li>三</li></ul></dd><dt>丁</dt></dl>后文',
      '<p><strong>甲</strong><br><strong>乙</strong><br>一。</p><p>二。</p><p><strong>丙</strong></p><ul><li>三</li></ul><p><strong>丁</strong></p><p>后文</p>',
    ],
    [
      'terms in boxes',
      '<dl><div><dt>甲</dt><dd>一。</dd></div><div><dt>乙</dt><dd>二。</dd></div></dl>',
      '<p><strong>甲</strong><br>一。</p><p><strong>乙</strong><br>二。</p>',
    ],
    ['lists', '<ul><li>甲<li><p>乙</p></ul>', '<ul><li>甲</li><li>乙</li></ul>'],
    ['text in a list without items', '<ul>甲</ul>', '<ul><li>甲</li></ul>'],
    [
      'tables keep their cells, layout tables go',
      '<table><tr><td>1</td><td></td></tr></table><table><tr><td><p>正文</p><p>二</p></td></tr></table>',
      '<table><tbody><tr><td>1</td><td></td></tr></tbody></table><p>正文</p><p>二</p>',
    ],
    ['code keeps its spaces', '<pre>\n\na\n  b</pre>', '<pre>\n\na\n  b</pre>'],
    [
      'ruby with brackets for old browsers stays',
      '<ruby>漢<rp>(</rp><rt>han</rt><rp>)</rp></ruby>',
      '<p><ruby>漢<rp>(</rp><rt>han</rt><rp>)</rp></ruby></p>',
    ],
    [
      'ruby brings no attributes',
      '<ruby onclick=x>漢<rt style=x>han</rt></ruby>',
      '<p><ruby>漢<rt>han</rt></ruby></p>',
    ],
    ['soft hyphens and other marks nobody sees go', '<p>Fähr&shy;fahr&#8203;plan&#xfeff;</p>', '<p>Fährfahrplan</p>'],
    ['joiners that letters need stay', '<p>می‌خواهم 👩‍👧</p>', '<p>می‌خواهم 👩‍👧</p>'],
    ['ruby stays', '<ruby>漢<rt>han</rt></ruby>', '<p><ruby>漢<rt>han</rt></ruby></p>'],
    ['nested inline of one kind is one', '<b><b>x</b></b><i><em>y</em></i>', '<p><strong>x</strong><em>y</em></p>'],
    ['empty in, empty out', '<div><p> </p><span></span><!-- x --></div>', ''],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
    twice(html);
  });
});

describe('pictures', () => {
  test('lazy, protocol-relative, with size; alone they are figures', () => {
    expect(
      clean(
        '<p><img src="/img/blank.gif" data-src="//cdn.example/a.jpg" width="600" height="400px" alt="x" onerror="y()"></p>',
      ),
    ).toBe(
      '<figure><img src="https://cdn.example/a.jpg" alt="x" width="600" height="400" referrerpolicy="no-referrer"></figure>',
    );
  });
  test('captions named by the CMS are paired; a noscript double stands once', () => {
    const html =
      '<div><noscript><img src="/a.jpg"></noscript><img class="lazy" data-original="/a.jpg"><span class="img_descr">图说</span></div>';
    expect(clean(html)).toBe(
      '<figure><img src="https://a.example/a.jpg" alt="" referrerpolicy="no-referrer"><figcaption>图说</figcaption></figure>',
    );
    twice(html);
    expect(cleanHtml(html, { url: 'https://a.example/' }).images).toEqual([
      { src: 'https://a.example/a.jpg', caption: '图说' },
    ]);
  });
  test('a picture that is called a heading is a picture', () => {
    expect(clean('<p>甲。</p><h3><a href="/l.jpg"><img src="/a.jpg"></a></h3><h3>乙</h3><p>丙。</p>')).toBe(
      '<p>甲。</p><figure><a href="https://a.example/l.jpg" rel="noopener nofollow"><img src="https://a.example/a.jpg" alt="" referrerpolicy="no-referrer"></a></figure><h3>乙</h3><p>丙。</p>',
    );
  });
  test('an emphasised line below the only picture of a paragraph is its caption; more words are none', () => {
    expect(clean('<p><img src="/a.jpg"><br><em>渡口（资料图）</em></p>')).toBe(
      '<figure><img src="https://a.example/a.jpg" alt="" referrerpolicy="no-referrer"><figcaption>渡口（资料图）</figcaption></figure>',
    );
    expect(clean('<p><img src="/a.jpg"><br><em>渡口</em>今天开航</p>')).not.toContain('figcaption');
    expect(clean('<p><img src="/a.jpg"><em>渡口</em></p>')).not.toContain('figcaption');
  });
  test('a wide picture at the end or the beginning of a paragraph stands by itself, a sign stays among the words', () => {
    const wide = '<img src="https://a.example/w.jpg" alt="" width="600" referrerpolicy="no-referrer">';
    const sign = '<img src="https://a.example/s.png" alt="" width="120" referrerpolicy="no-referrer">';
    expect(clean(`<p>甲。<br>${wide}</p><p>乙。</p>`)).toBe(`<p>甲。</p><figure>${wide}</figure><p>乙。</p>`);
    expect(clean(`<p>${wide}<br>甲。</p>`)).toBe(`<figure>${wide}</figure><p>甲。</p>`);
    expect(clean(`<p>甲${sign}</p>`)).toBe(`<p>甲${sign}</p>`);
    twice(`<p>${wide}甲。<br></p>`);
  });
  test('sizes of one picture stand once', () => {
    expect(
      clean('<p><img src="http://a.example/a-300x200.jpg"></p><p><img src="/a.jpg?w=1"></p><p><img src="/b.jpg"></p>'),
    ).toBe(
      '<figure><img src="http://a.example/a-300x200.jpg" alt="" referrerpolicy="no-referrer"></figure><figure><img src="https://a.example/b.jpg" alt="" referrerpolicy="no-referrer"></figure>',
    );
  });
  test.each([
    '<img src="/pixel.gif">',
    '<img src="a.jpg" width="1" height="1">',
    '<img src="data:image/gif;base64,R0">',
    '<img>',
    '<img src="javascript:x">',
  ])('%s is none', (html) => {
    expect(clean(`<p>字</p>${html}`)).toBe('<p>字</p>');
  });
  test('elements of a site’s own that stand for pictures are pictures', () => {
    expect(clean('<paper-image src="/a.jpg" alt="x"><p>甲</p></paper-image><p><paper-image>乙</paper-image></p>')).toBe(
      '<figure><img src="https://a.example/a.jpg" alt="x" referrerpolicy="no-referrer"></figure><p>甲</p><p>乙</p>',
    );
  });
  test('a video is a card with its poster', () => {
    expect(clean('<video poster="/p.jpg"><source src="/v.mp4"></video>')).toContain(
      '<a href="https://a.example/v.mp4" rel="noopener nofollow"><img src="https://a.example/p.jpg"',
    );
    twice('<p>甲</p><video poster="/p.jpg" src="/v.mp4"></video><audio src="/s.mp3"></audio>');
  });
});

describe('links', () => {
  test.each([
    [
      '<a href="/x?a=1&amp;b=2" onclick="y()" target="_blank">甲</a>',
      '<p><a href="https://a.example/x?a=1&amp;b=2" rel="noopener nofollow">甲</a></p>',
    ],
    ['<a href="java\nscript:alert(1)">甲</a>', '<p>甲</p>'],
    ['<a href=" &#1; javascript:alert(1)">甲</a>', '<p>甲</p>'],
    ['<a href="mailto:a@b.example">甲</a>', '<p><a href="mailto:a@b.example" rel="noopener nofollow">甲</a></p>'],
    ['<a href="#top">甲</a>', '<p>甲</p>'],
    ['<a href="https://quotes.example/stock/sh603883">老百姓</a>都说好', '<p>老百姓都说好</p>'],
  ])('%s', (html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});

describe('furniture', () => {
  const body = '<p>正文第一段，说了一些事情。</p>'.repeat(3);
  test('a standfirst that a page sets as a heading is a paragraph; headings over text stay', () => {
    const standfirst =
      '<h2>The harbour council met for nine hours on Tuesday and ended with a vote that nobody had foreseen</h2>';
    const sections = '<p>It was late.</p><h2>What was decided</h2><p>Nothing.</p>';
    const pages: [string, RegExp][] = [
      [`${standfirst}<figure><img src="/a.jpg"></figure>${sections}`, /^<p>The harbour.*<\/p>.*<h2>What/s],
      [`<img src="/a.jpg"><h3>港务会议开了九个小时，结果出人意料，谁也没想到。</h3>${sections}`, /<p>港务.*<h2>What/s],
      [`<h2>一、总体要求</h2>${sections}`, /^<h2>一、总体要求/],
      [`<p>It began early.</p>${standfirst}${sections}`, /<h2>The harbour/],
    ];
    for (const [html, expected] of pages) expect(clean(html)).toMatch(expected);
  });
  test('credits become fields, promotions go, prose stays', () => {
    const found = cleanHtml(
      `<style>.a{b:c}</style><p>.wrap { color: red; }</p><p>　　原标题：旧的题目</p>${body}<p>他说，责任编辑：这四个字很重要，编辑工作从来不是小事，二维码也写进了正文，这一段要完整保留。</p><div class="appendQr_wrap"><img src="/u/343.png"><p>海量资讯、精准解读，尽在某某APP</p></div><p>来源：北岭日报</p><p class="e">责任编辑：贺小满 SN123</p>`,
      {},
    );
    expect(found).toMatchObject({ editor: '贺小满', origin: '北岭日报', originalTitle: '旧的题目', images: [] });
    expect(found.text).not.toMatch(/APP|wrap|原标题/);
    expect(found.text).toContain('这一段要完整保留');
    expect(found.notes.map((n) => n.code)).toEqual(
      expect.arrayContaining([
        'removed-qr',
        'removed-css',
        'removed-editor',
        'removed-origin',
        'removed-original-title',
      ]),
    );
  });
});

describe('notes', () => {
  test('tell what was removed, a kind each', () => {
    const { html, notes } = cleanHtml(
      '<!-- x --><style>.a{}</style><script>x</script><script>y</script><p>甲</p><div style="display:none">看不见</div><iframe src="https://ads.example/x"></iframe><img src="/blank.gif"><a href="javascript:x">乙</a><a href="#a">丙</a><p>责任编辑：贺小满</p>',
      { url: 'https://a.example/' },
    );
    expect(html).toBe('<p>甲</p><p>乙丙</p>');
    expect(notes.map(({ code, says, text }) => [code, says.replace(/^[^:]*: /, ''), text])).toEqual([
      ['removed-element', '1 comment, 1 style, 2 script', undefined],
      ['removed-hidden', '1 div', '看不见'],
      ['removed-frame', '1 iframe', 'https://ads.example/x'],
      ['removed-picture', '1 img', '/blank.gif'],
      ['removed-link', '1 a', 'javascript:x'],
      ['removed-editor', '责任编辑 line, kept as a field', '责任编辑：贺小满'],
    ]);
  });
  test('of clean HTML there are none', () => {
    expect(cleanHtml('<h2>甲</h2><p>乙<br>丙</p>', {}).notes).toEqual([]);
  });
});

describe('credit lines', () => {
  const body = '<p>正文第一段，说了一些事情。</p>'.repeat(12);
  test.each([
    ['原标题：北岭  来了新的列车', { originalTitle: '北岭 来了新的列车' }],
    ['原标题：旧题（锐评）', { originalTitle: '旧题（锐评）' }],
    ['（原标题：《旧题》）', { originalTitle: '旧题' }],
    ['原标题：旧题一则 来源：北岭日报', { originalTitle: '旧题一则', origin: '北岭日报' }],
    ['来源：北岭日报', { origin: '北岭日报' }],
  ])('%s at the head becomes a field', (line, fields) => {
    const found = cleanHtml(`<p><strong>题目</strong></p><p>　　${line}</p>${body}`, {});
    expect(found).toMatchObject(fields);
    expect(found.text.split('\n')).toHaveLength(13);
  });
  test('a promotion in a quotation goes, a quotation stays', () => {
    const found = cleanHtml(
      `<blockquote><p>炒股就看<a href="https://a.example/">某某分析师研报</a>，全面！</p></blockquote><blockquote><p>他说得对。</p></blockquote>${body}`,
      {},
    );
    expect(found.text).not.toContain('炒股');
    expect(found.text).toContain('他说得对。');
  });
});

describe('hostile input', () => {
  test('of millions of characters or tags is cut, with a note; pictures written into it count nothing', () => {
    for (const html of ['<p>甲乙丙丁。</p>'.repeat(400_000), '<table><tr><td>1'.repeat(60_000)]) {
      const { text, notes } = cleanHtml(html, {});
      expect(text.length).toBeGreaterThan(10_000);
      expect(notes.map(({ code }) => code)).toContain('cut-body');
    }
    const drawn = cleanHtml(`<p>甲</p><img src="data:image/png;base64,${'A'.repeat(5_000_000)}"><p>乙</p>`, {});
    expect(drawn.text).toBe('甲\n乙');
    expect(drawn.notes.map(({ code }) => code)).not.toContain('cut-body');
  });
  test('is bounded', () => {
    for (const html of [
      '<div>'.repeat(100_000),
      `${'<b>'.repeat(50_000)}x`,
      `<table>${'<tr><td>'.repeat(3000)}`,
      '<ul><li>'.repeat(20_000),
      '<a href=x>'.repeat(20_000),
      `<p>${' '.repeat(500_000)}x`,
      `<img srcset="${'a,'.repeat(100_000)}">`,
    ]) {
      const began = performance.now();
      cleanHtml(html, { url: 'https://a.example/' });
      expect(performance.now() - began, html.slice(0, 10)).toBeLessThan(15_000);
    }
  });

  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<ul>',
    '</ul>',
    '<li>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<br>',
    '<hr>',
    '<pre>',
    '</pre>',
    '<h2>',
    '</h2>',
    '<a href="/x">',
    '</a>',
    '<img src="/a.jpg">',
    '<figure>',
    '</figure>',
    '<figcaption>',
    '<blockquote>',
    '</blockquote>',
    '字',
    ' ',
    '\n',
    '　　',
    'word',
    '&nbsp;',
    '<svg><style><img src=x onerror=alert(1)>',
    '<math><mtext>',
    '<!--',
    '-->',
    '<noscript>',
    '<span class="caption">',
    '</span>',
    '<video src="/v.mp4">',
    '<sup>1</sup>',
    '原标题：甲',
    '责任编辑：乙',
  );
  test('cleaning what is clean changes nothing, and only the allow-list comes out', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = clean(pieces.join(''));
        expect(clean(once)).toBe(once);
        for (const [, tag] of once.matchAll(/<([a-z0-9]+)/g))
          expect(
            'p h2 h3 h4 ul ol li blockquote pre code table caption thead tbody tfoot tr th td figure figcaption img a em strong sub sup br hr ruby rt rp'.split(
              ' ',
            ),
          ).toContain(tag);
        expect(once).not.toMatch(/ on\w+=|javascript:|<script|style=/i);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('words on cards of videos', () => {
  const card = '<video src="https://a.example/v.mp4"></video>';
  test.each([
    ['a Chinese body', `<p>客轮明天复航，票价不变。</p>${card}`, undefined, '▶ 视频'],
    ['an English body', `<p>The ferries sail again tomorrow.</p>${card}`, undefined, '▶ Video'],
    ['a Japanese body', `<p>船は明日から動きます。料金は同じです。</p>${card}`, undefined, '▶ Video'],
    ['no body, a language told', card, 'zh-CN', '▶ 视频'],
    ['a language that is told goes before', `<p>客轮</p>${card}`, 'en', '▶ Video'],
    ['a sound', '<p>客轮明天复航。</p><audio src="https://a.example/a.mp3"></audio>', undefined, '♪ 音频'],
  ])('%s', (_, html, language, words) => {
    const { html: clean } = cleanHtml(html, language === undefined ? {} : { language });
    expect(clean).toContain(`>${words}</a>`);
    expect(cleanHtml(clean, {}).html).toBe(clean);
  });
});
