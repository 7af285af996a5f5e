import { describe, expect, test } from 'vitest';
import { findBody } from '../../src/extract/body/find-body.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import { readHead } from '../../src/extract/head/read-head.ts';
import { type PagePictures, readImages } from '../../src/extract/images/read-images.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const TEXT =
  '<p>十月以来，到湖边过冬的候鸟比去年同期多了三成，保护站的工作人员每天清晨和傍晚各数一次，记在一本旧册子里。</p>';

function images(html: string, url = 'https://a.example/n/1.html'): PagePictures {
  const page = readPageTree(html, url);
  const head = readHead(page);
  return readImages(page, head, findBody(page, {}), { now: new Date(0), url });
}
const inBody = (html: string, head = ''): PagePictures =>
  images(`${head}<h1>湖边候鸟增多</h1><div class="content">${TEXT}${html}${TEXT}${TEXT}</div>`);

describe('addresses', () => {
  test.each([
    ['<img src="/a.jpg">', 'https://a.example/a.jpg'],
    ['<img src="//c.example/a.jpg">', 'https://c.example/a.jpg'],
    ['<img src="data:image/gif;base64,R0" data-src="/b.jpg">', 'https://a.example/b.jpg'],
    ['<img src="/lazy.gif" data-original="/c.png">', 'https://a.example/c.png'],
    ['<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w">', 'https://a.example/l.jpg'],
    [
      '<picture><source srcset="/p-400.webp 400w, /p-900.webp 900w" type="image/webp"><img src="/p.jpg"></picture>',
      'https://a.example/p-900.webp',
    ],
    ['<noscript><img src="/n.jpg"></noscript>', 'https://a.example/n.jpg'],
    ['<amp-img src="/m.jpg"></amp-img>', 'https://a.example/m.jpg'],
    ['<paper-image src="/o.jpg"></paper-image>', 'https://a.example/o.jpg'],
  ])('%s', (html, src) => expect(inBody(`<div>${html}</div>`).images.map((one) => one.src)).toEqual([src]));

  test('a bare marked line behind a picture is its caption, the box of comments is none', () => {
    const bare = inBody('<div><img src="/a.jpg"></div>▲湖面上的候鸟 北岭日报记者贺小满摄<br>保护站的人每天都来。');
    expect(bare.images).toMatchObject([{ caption: '▲湖面上的候鸟 北岭日报记者贺小满摄' }]);
    const box = inBody('<div><img src="/a.jpg"><span>我要跟帖 已输入0字 发表</span></div>');
    expect(box.images).toEqual([{ src: 'https://a.example/a.jpg' }]);
  });

  test('between the headline and a body that repeats it for print', () => {
    const found = images(
      `<main><h1>湖边候鸟增多</h1><figure><img src="/lead.jpg"><figcaption>湖面上的候鸟</figcaption></figure><div class="content"><h1 class="print">湖边候鸟增多</h1>${TEXT.repeat(3)}</div></main>`,
    );
    expect(found).toMatchObject({
      image: 'https://a.example/lead.jpg',
      images: [{ src: 'https://a.example/lead.jpg', caption: '湖面上的候鸟' }],
    });
  });

  test('no address that is not http', () => {
    expect(
      inBody('<img src="javascript:alert(1)"><img src="data:image/png;base64,AA"><img src="file:///etc/x.jpg"><img>')
        .images,
    ).toEqual([]);
  });
});

describe('what is no picture of the article', () => {
  test.each([
    '<img src="/qrcode_258.jpg">',
    '<img src="/u/zxcode_20260515d59c39d4160a4fe4b3084c3e4abfb450.jpg">',
    '<img src="/x.jpg" alt="扫码关注公众号">',
    '<img src="/logo.png">',
    '<img src="/spacer.gif">',
    '<img src="/t.jpg" width="1" height="1">',
    '<img src="/wide.jpg" width="900" height="90">',
    '<span class="avatar"><img src="/p1.jpg"></span>',
    '<img src="/images/next_page.jpg">',
    '<a href="/other.html"><img src="/p2.jpg"><span>另一篇文章的标题</span></a>',
    '<p><img src="/p3.jpg"></p><p>长按识别二维码下载客户端</p>',
  ])('%s', (html) => expect(inBody(html).images).toEqual([]));

  test('one picture in two places counts once', () => {
    expect(inBody('<img src="/a.jpg?w=300"><img src="/a.jpg?w=900">').images).toHaveLength(1);
    expect(
      inBody('<img src="https://r.example/?url=a.jpg"><img src="https://r.example/?url=b.jpg">').images,
    ).toHaveLength(2);
  });
});

describe('boxes of links', () => {
  test('a link to a larger size goes, its picture stays', () => {
    const box = '<div><img src="/a.jpg"><div><a href="/a-large.jpg?s=2600">Enlarge this image</a></div></div>';
    const found = extractPage(`<h1>湖边候鸟增多</h1><div class="content">${TEXT}${box}${TEXT}${TEXT}</div>`, {
      url: 'https://a.example/n/1.html',
      now: new Date(0),
    });
    expect(found.ok && found.value.html).toContain('src="https://a.example/a.jpg"');
    expect(found.ok && found.value.text).not.toContain('Enlarge');
  });
  test('pictures in a box of links to other articles are not ours', () => {
    const links = [1, 2, 3]
      .map(
        (n) =>
          `<article><a href="/${n}.html"><img src="/t${n}.jpg"></a><a href="/${n}.html">另一篇文章的标题</a></article>`,
      )
      .join('');
    expect(inBody(`<section>${links}</section>`).images).toEqual([]);
  });
});

describe('captions', () => {
  test.each([
    ['<figure><img src="/a.jpg"><figcaption>傍晚的湖面</figcaption></figure>', '傍晚的湖面'],
    ['<div><img src="/a.jpg"><span class="img_descr">傍晚的湖面（视频截图）</span></div>', '傍晚的湖面（视频截图）'],
    ['<p><img src="/a.jpg"></p><p>10月9日拍摄的湖面。青石社记者 林青 摄</p>', '10月9日拍摄的湖面。青石社记者 林青 摄'],
    ['<p><img src="/a.jpg"></p><p>图/远山图库</p>', '图/远山图库'],
  ])('%s', (html, caption) => expect(inBody(html).images[0]?.caption).toBe(caption));

  test.each([
    ['a button before it', '<figcaption><a href="/a-l.jpg">Enlarge this image</a> Dusk by the lake</figcaption>'],
    ['twice', '<figcaption><span>Dusk by the lake</span> <span>Dusk by the lake</span></figcaption>'],
  ])('%s', (_, caption) =>
    expect(inBody(`<figure><img src="/a.jpg">${caption}</figure>`).images[0]?.caption).toBe('Dusk by the lake'),
  );

  test.each([
    'Source',
    'Image credit:',
    'watch now',
    'Author',
    '您的浏览器暂时无法播放此视频',
    'Subscribe to our sister title, now in print',
  ])('no caption: %s', (says) =>
    expect(inBody(`<figure><img src="/a.jpg"><figcaption>${says}</figcaption></figure>`).images).toEqual([
      { src: 'https://a.example/a.jpg' },
    ]),
  );
  test('a box that holds the headline too is more than a caption', () => {
    const title = 'Twenty-one ferries wait behind the breakwater';
    const found = images(
      `<title>${title}</title><div><div><img src="/a.jpg"><span>Home</span> <span>${title}</span></div><h1>${title}</h1></div><div class="content">${TEXT.repeat(4)}</div>`,
    );
    expect(found.images.map((one) => one.caption)).toEqual([undefined]);
  });

  const told = (caption: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":{"@type":"ImageObject","url":"https://a.example/n/lake-1200x630.jpg","caption":"${caption}"}}</script>`;
  test('what machines are told of a picture that has none, where it is a sentence or a credit', () => {
    const says = 'Volunteers count birds by the lake (Photo: Ida Vale)';
    expect(inBody('<img src="/n/lake.jpg">', told(says)).images).toMatchObject([{ caption: says }]);
    expect(inBody('', told(says)).images).toEqual([{ src: 'https://a.example/n/lake-1200x630.jpg', caption: says }]);
    expect(inBody('<img src="/n/lake.jpg">', told('lake birds counting')).images[0]?.caption).toBeUndefined();
    expect(inBody('<img src="/n/lake.jpg">', told(says).replace('"caption"', '"name"')).images).toMatchObject([
      { caption: says },
    ]);
    const alt = `<meta property="og:image" content="https://a.example/n/lake.jpg"><meta property="og:image:alt" content="${says}">`;
    expect(inBody('', alt).images).toMatchObject([{ caption: says }]);
  });

  test('a byline in a figure is the portrait of its writer, a photographer’s is not', () => {
    const figure = (alt: string, says: string): string =>
      `<figure><img src="/p.jpg" alt="${alt}"><figcaption>${says}</figcaption></figure>`;
    expect(inBody(figure('Ida Vale', 'By Ida Vale, editor, 3.11.2026')).images).toEqual([]);
    expect(inBody(figure('The lake at dusk', 'By Ida Vale')).images).toMatchObject([{ caption: 'By Ida Vale' }]);
  });

  test('the next paragraph of the text is none', () => {
    expect(
      inBody('<p><img src="/a.jpg"></p><p>工作人员说，水位稳定和芦苇恢复是主要原因，明年还要继续扩大面积。</p>')
        .images[0]?.caption,
    ).toBeUndefined();
    expect(inBody('<p><img src="/a.jpg"></p><h3>芦苇恢复</h3>').images[0]?.caption).toBeUndefined();
  });
});

describe('the lead', () => {
  test('og:image when the text has none, unless it is the site’s', () => {
    expect(inBody('', '<meta property="og:image" content="/photos/2026/lake.jpg">').image).toBe(
      'https://a.example/photos/2026/lake.jpg',
    );
    expect(inBody('', '<meta property="og:image" content="/static/share-logo.png">').image).toBeUndefined();
  });
  test('the picture that og:image names, in the size of the page', () => {
    expect(
      inBody(
        '<img src="/one.jpg"><img src="/two.jpg">',
        '<meta property="og:image" content="https://a.example/two-1200x630.jpg">',
      ).image,
    ).toBe('https://a.example/two.jpg');
  });
  test('a name that counts up is another picture, a name in another store the same', () => {
    const named = '<meta property="og:image" content="https://b.example/x/lake_1002.jpg">';
    expect(inBody('<img src="/lake_1001.jpg"><img src="/lake_1002.jpg">', named).image).toBe(
      'https://a.example/lake_1002.jpg',
    );
  });
  test.each([
    'https://a.example/sites/default/files/2026/lake.jpg',
    'https://a.example/2026/shareholders-meeting.jpg',
    'https://a.example/2026/silicon-catalogo-brandenburg.jpg',
    'https://a.example/dims4/default/6732f88/resize/?url=https%3A%2F%2Fb.example%2Flake',
  ])('a word of a site’s own pictures inside another word: %s', (src) => {
    expect(inBody('', `<meta property="og:image" content="${src}">`).image).toBe(src);
  });
  test.each([
    '/img/default-image.png',
    '/u/cropped-header.jpg',
    '/images/logo2.png',
    '/share.jpg',
    '/wp-content/themes/x/head.jpg',
    '/sitelogo.png',
  ])('the site’s own: %s', (src) =>
    expect(inBody('', `<meta property="og:image" content="${src}">`).image).toBeUndefined(),
  );
  test('the writer’s portrait, by its file or its words', () => {
    const page = (picture: string): string[] => {
      const found = extractPage(
        `<meta name="author" content="Ida Vale"><title>Birds</title><h1>Birds by the lake</h1>${picture}<p>${'Volunteers count the birds by the lake, morning and evening, and write them down. '.repeat(4)}</p>`,
        { url: 'https://a.example/n/1.html', now: new Date(0) },
      );
      return found.ok ? found.value.images.map(({ src }) => src) : [found.problem.code];
    };
    expect(page('<img src="/square_140/ida-vale.JPG">')).toEqual([]);
    expect(page('<img src="/p/1.jpg" alt="Headshot of Ida Vale">')).toEqual([]);
    const office = '<figure><img src="/p/2.jpg"><figcaption>Ida Vale Co-Founder & Director</figcaption></figure>';
    expect(page(office)).toEqual([]);
    const shown = '<figure><img src="/p/ida-vale.jpg"><figcaption>The lake, seen by our writer</figcaption></figure>';
    expect(page(shown)).toEqual(['https://a.example/p/ida-vale.jpg']);
  });
  test('a poster is no lead where there is a picture', () => {
    expect(inBody('<video poster="/v.jpg"></video><img src="/a.jpg">').image).toBe('https://a.example/a.jpg');
  });
});

test('50,000 pictures end soon', () => {
  expect(inBody('<img src="/a1.jpg"><img src="/b2.jpg">'.repeat(25_000)).images.length).toBeLessThanOrEqual(200);
});

describe('the body shows the pictures that were chosen', () => {
  const bodyOf = (html: string, head = ''): string[] => {
    const page = `<head>${head}</head><h1>湖边候鸟增多</h1><div class="content">${TEXT}${html}${TEXT}${TEXT}</div>`;
    const found = extractPage(page, { url: 'https://a.example/n/1.html', now: new Date(0) });
    if (!found.ok) throw new Error(found.problem.code);
    return [...found.value.html.matchAll(/<img[^>]*? src="([^"]*)"/g)].map((m) => m[1]!);
  };
  test.each([
    ['largest of a set', '<p><img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w"></p>', ['https://a.example/l.jpg']],
    [
      'sources beside it are done with',
      '<picture><source srcset="/p-900.webp 900w"><img src="/p.jpg"></picture>',
      ['https://a.example/p-900.webp'],
    ],
    [
      'another size of it stands once',
      '<p><img src="/a-300x200.jpg"></p><p><img src="/a.jpg?w=9"></p>',
      ['https://a.example/a-300x200.jpg'],
    ],
    [
      'a face, a button and a code do not stand in it',
      '<p><img src="/avatar/1.png?s=96"></p><p><img src="/img/next_page.jpg"></p><p><img src="/qrcode_1.png"></p>',
      [],
    ],
    [
      'a formula stays among its words',
      '<p>流量<img src="/tex/1.png" width="60" height="18">最大。</p>',
      ['https://a.example/tex/1.png'],
    ],
    ['a spacer alone does not', '<p><img src="/tex/1.png" width="60" height="18"></p>', []],
    [
      'nor what tells in its name how small it is, nor a call for readers',
      '<p><img src="/f/20_w16_h16.png"></p><p><img src="/f/newsletter-signup.png"></p>',
      [],
    ],
    ['a drawing stays', '<div><img src="/plan-of-the-lake.svg"></div>', ['https://a.example/plan-of-the-lake.svg']],
  ])('%s', (_, html, shown) => expect(bodyOf(html)).toEqual(shown));

  test('<base> holds for pictures and links, not for places in the page', () => {
    const page = `<head><base href="https://b.example/x/"></head><h1>湖边候鸟增多</h1><div class="content">${TEXT}<p>见<a href="2.html">另文</a>和<a href="#n1">注</a>。</p><img src="1.jpg">${TEXT}</div>`;
    const found = extractPage(page, { url: 'https://a.example/n/1.html', now: new Date(0) });
    const html = found.ok ? found.value.html : '';
    expect(html).toContain('href="https://b.example/x/2.html"');
    expect(html).toContain('src="https://b.example/x/1.jpg"');
    expect(html).toContain('href="#n1"');
  });

  test('the lead is the size that stands in the body', () => {
    const page = `<head><meta property="og:image" content="http://a.example/n/harbour-600x315.jpg"></head><h1>湖边候鸟增多</h1><div class="content">${TEXT}<img src="/n/harbour-1024x683.jpg">${TEXT}</div>`;
    const found = extractPage(page, { url: 'https://a.example/n/1.html', now: new Date(0) });
    expect(found.ok && found.value.image).toBe('https://a.example/n/harbour-1024x683.jpg');
  });
});

test('the line below a masthead is no caption of the lead that only the head names', () => {
  const head = '<meta property="og:image" content="https://a.example/n/lake.jpg">';
  const line = (name: string): string => `<div><p class="${name}">Herausgegeben von drei Herren vom See</p></div>`;
  const captionOf = (name: string): string | undefined =>
    images(`${head}<h1>湖边候鸟增多</h1><article>${line(name)}<div class="content">${TEXT}${TEXT}</div></article>`)
      .images[0]?.caption;
  expect(captionOf('pic_Caption')).toContain('Herausgegeben');
  expect(captionOf('gh-CenterNav_Caption')).toBeUndefined();
});
