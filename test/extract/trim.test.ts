import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';
import { END_LINE, FURNITURE_LINE, MAYBE_LINE } from '../../src/extract/trim/lexicon.ts';

const PROSE = [
  '湖区管理局十一月二十日通报，今年秋季到湖边越冬的候鸟比去年同期多了三成，为近十年最多。',
  '保护站的工作人员每天清晨和傍晚各数一次，数字记在一本旧册子里，年底再与卫星照片核对。',
  '站长林青说，水位稳定和芦苇恢复是主要原因，明年还要把巡护的范围向北再扩大五公里。',
  '附近三个村的渔民已经签下协议，从十二月到次年三月不在浅滩下网，补偿按户发放。',
];
const body = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

function textOf(html: string, title = '湖边候鸟增多三成'): string[] {
  const found = extractPage(
    `<html><head><title>${title}</title></head><body><h1>${title}</h1><div class="content">${html}</div></body></html>`,
    { url: 'https://a.example/n/1.html', now: new Date(0) },
  );
  return found.ok ? found.value.text.split('\n') : [];
}
const between = (line: string): string => body(PROSE.slice(0, 2)) + line + body(PROSE.slice(2));

describe('lines of the page go wherever they stand', () => {
  test.each([
    '责任编辑：林青',
    '（编辑 林青）',
    '来源：青石社',
    '原标题：湖边候鸟又多了',
    '点击下方蓝字关注我们',
    '版权声明：本报所有稿件',
    'Read more: The harbour is full',
    'Advertisement',
    'Baca juga: Pelabuhan penuh',
    'ZOBACZ TAKŻE: Port jest pełen',
    'Читайте также: Порт переполнен',
    'À lire aussi : le port est plein',
    'Tags: harbour, ferry',
    '관련 기사',
    '$$ARTICLEAD$$',
    'Sharing is caring!',
    'ادارہ ساحل کا مضمون نگار کی رائے سے متفق ہونا ضروری نہیں ہے۔',
    '{{ related.title }}',
  ])('%s', (line) => expect(textOf(between(`<p>${line}</p>`))).toEqual(PROSE));
});

describe('lines that may be the article’s go by where they stand', () => {
  test.each([
    '扫描二维码下载客户端',
    '关注湖区发布公众号',
    '未经授权不得转载',
    '分享到微信',
    'Share this',
    'Join the conversation',
    'Jetzt abonnieren und weiterlesen',
    'Suscríbete a la newsletter',
    '글자크기 설정',
    'कॉपी लिंक',
    'Dieses Thema im Programm: Radio am Morgen',
    '© riproduzione riservata',
    'Please read our Comment Policy before commenting',
    'First published in The Harbour Post',
    'Hat Ihnen dieser Artikel gefallen? Dann werden Sie Mitglied',
  ])('%s: at the end, and in the middle when it is no sentence', (line) => {
    expect(MAYBE_LINE.test(line)).toBe(true);
    expect(textOf(`${body(PROSE)}<p>${line}</p>`)).toEqual(PROSE);
    expect(textOf(between(`<p>${line}</p>`))).toEqual(PROSE);
  });
  test.each([
    '市民可扫描二维码预约，每天限五百人。',
    '返回舱十九日在湖区上空被目击。',
    '打印机和旧电脑也在回收之列。',
    '分享经济在湖区起步较晚。',
    '未经许可进入浅滩的船只将被劝返。',
    'Copyright law says nothing about birds.',
    'Share prices of the ferry company rose.',
    'Más de cien personas vieron las aves.',
    'Mehr als hundert Menschen sahen zu.',
    'Follow the path along the lake and turn left.',
    'Comments by the mayor were not recorded.',
  ])('a sentence between paragraphs stays: %s', (line) => {
    expect(textOf(between(`<p>${line}</p>`))).toContain(line);
  });
  test('an item of an enumeration stays at the end as well', () => {
    const law = ['（一）未经批准进入核心区的；', '（二）未经同意拍摄并转载的；', '（三）伤害候鸟的。'];
    expect(textOf(body(PROSE) + body(law)).slice(-3)).toEqual(law);
  });
});

describe('the end', () => {
  const others = '<ul><li><a href="/2.html">湖区码头改造完工</a></li><li><a href="/3.html">渔民谈补偿</a></li></ul>';
  test.each([
    '相关阅读',
    'Mehr zum Thema',
    'Lo más leído',
    'Читайте также',
    'あわせて読みたい',
    '관련기사',
    'Related articles',
    'Çok okunanlar',
  ])('all after «%s» goes', (line) => {
    expect(END_LINE.test(line)).toBe(true);
    expect(
      textOf(`${body(PROSE)}<h3>${line}</h3><p>码头改造后可停靠六艘客轮，比原来多两艘，票价不变。</p>${others}`),
    ).toEqual(PROSE);
  });
  test('a box between the paragraphs is no end', () => {
    const box = `<div class="x"><h4>Mehr zum Thema</h4><div><a href="/2.html">湖区码头改造完工</a></div></div>`;
    expect(textOf(body(PROSE.slice(0, 3)) + box + body(PROSE.slice(3)))).toEqual(PROSE);
  });
});

describe('the head', () => {
  test('the headline again, a trail that ends with it, times, authors and sources', () => {
    const head = [
      '首页 &gt; 湖区 &gt; 湖边候鸟增多三成',
      '湖边候鸟增多三成',
      '2026-11-20 10:08 来源：青石社',
      '青石社记者 林青',
    ];
    expect(textOf(body(head) + body(PROSE))).toEqual(PROSE);
  });
  test('also before text that stands beside boxes, without paragraphs of its own', () => {
    const text = `<div class="t">${PROSE.join('<br>')}<div class="pic"><img src="/a.jpg"></div></div>`;
    expect(textOf(`<p>青石社记者 林青</p><p>2026-11-20 10:08 来源：青石社</p>${text}`).join('')).toBe(PROSE.join(''));
  });
  test('many short lines before the first sentence are the article', () => {
    const plan = Array.from({ length: 20 }, (_, i) => `第${i + 1}站 湖东码头${i + 1}号`);
    expect(textOf(body(plan) + body(PROSE))).toEqual([...plan, ...PROSE]);
  });
});

test('a page in a form is a page', () => {
  const html = `<html><body><form action="/x.aspx"><h1>湖边候鸟增多三成</h1><table><tr><td><div>${body(PROSE)}</div></td></tr></table></form></body></html>`;
  const found = extractPage(html, { now: new Date(0) });
  expect(found.ok && found.value.html).not.toContain('<form');
  expect(found.ok && found.value.text.split('\n')).toEqual(PROSE);
});

test('no pattern takes long on a hostile line', () => {
  const hostile = ['未经'.repeat(90), 'a '.repeat(100), '：'.repeat(200), 'más '.repeat(50), '(dpa/'.repeat(40)];
  for (const line of hostile)
    for (const list of [FURNITURE_LINE, MAYBE_LINE, END_LINE]) expect(typeof list.test(line)).toBe('boolean');
});

describe('the author', () => {
  const page = (html: string, author: string): string[] => {
    const found = extractPage(
      `<html><head><title>Ferries</title><meta name="author" content="${author}"></head><body><h1>Ferries</h1><div>${html}</div></body></html>`,
      { now: new Date(0) },
    );
    return found.ok ? found.value.text.split('\n') : [];
  };
  const prose = [
    'The harbour office counted forty-one ferries on Monday, two more than the week before.',
    'Most of them carried timber, and the pilots asked for a second berth before the winter.',
    'Ida Voss is on the list of pilots as well; she steers the largest of them since the spring.',
    'The council will vote on the berth in March; the money would come from the toll on lorries.',
    'Until then the smaller boats wait behind the breakwater, where the current is weak.',
    'Fishermen fear for their moorings, which the plan moves two hundred metres to the east.',
    'Nobody on the quay remembers a busier autumn, and nobody expects the next one to be quiet.',
    'The last ferry of the year leaves on the thirtieth of December, shortly after noon.',
  ];
  test('who the author is goes at the end, and stays where the text speaks of a person', () => {
    const about = 'Ida Voss is a freelance writer who lives in the old customs house of the town.';
    expect(page(body([...prose, about]), 'Ida Voss')).toEqual(prose);
    expect(page(body([...prose, about]), 'Max Hark')).toEqual([...prose, about]);
  });
  test('an introduction of several paragraphs goes to the end of its box, with the heading above it', () => {
    const about = 'Ida Voss is a freelance writer who lives in the old customs house of the town.';
    const more = 'She has written two books about ferries, and a third one about the people who steer them.';
    const box = `<div><h4>About Ida Voss</h4><div>${body([about, more])}</div></div>`;
    expect(page(body(prose) + box, 'Ida Voss')).toEqual(prose);
    expect(page(`<a href="/ida" rel="author">Ida Voss</a>${body(prose)}${box}`, 'Coast Courier')).toEqual(prose);
    expect(page(body([...prose, about, more]), 'Ida Voss')).toEqual([...prose, more]);
  });
  test('what stands below the name at the end: a few words, and sentences about them', () => {
    const about = 'A pilot for ten years, Ms. Voss sold her boat in 2019 to write, and now she writes about the tides.';
    expect(page(`${body(prose)}<h3>Ida Voss</h3>${body(['Contributing writer', about])}`, 'Ida Voss')).toEqual(prose);
    const other = 'The council published the plan of the berth on the day after the vote, with all its numbers.';
    expect(page(`${body(prose)}<h3>Ida Voss</h3>${body([other])}`, 'Ida Voss')).toEqual([...prose, other]);
  });
  test('a byline with its day, between the headline and the text', () => {
    const line = 'By Ida Voss , Max Hark on Monday, November 18th, 2019 at 11:08 a.m.';
    expect(page(body([line, ...prose]), 'Ida Voss')).toEqual(prose);
  });
  test('the name alone goes at both ends', () => {
    expect(page(body(['Ida Voss', ...prose, 'Ida Voss']), 'Ida Voss')).toEqual(prose);
  });
});

test('a caption beside its picture goes by the owner of the picture at its end', () => {
  const caption = 'The pilots in the harbour on Monday. Photo: Coast Courier/Ida Voss';
  const picture = '<p><img src="/a.jpg"></p>';
  expect(textOf(between(`${picture}<p>${caption}</p>`))).toEqual(PROSE);
  expect(textOf(between(`<p>${caption}</p>`))).toContain(caption);
});

describe('the little text in a box with a picture', () => {
  test.each([
    ['is its caption', '<div><div><img src="/a.jpg"></div><div>A berth for eleven boats, empty since May</div></div>'],
    ['without a box of its own', '<div><img src="/a.jpg"> A berth for eleven boats, empty since May</div>'],
  ])('%s', (_, html) => expect(textOf(between(html))).toEqual(PROSE));
  test.each([
    [
      'above it is the article',
      '<div><p>A berth for eleven boats.</p><img src="/a.jpg"></div>',
      'A berth for eleven boats.',
    ],
    ['in bold is a heading', '<div><img src="/a.jpg"><p><b>Eleven boats</b></p></div>', 'Eleven boats'],
    ['counted is one, too', '<div><img src="/a.jpg"><p>4. Eleven boats</p></div>', '4. Eleven boats'],
  ])('%s', (_, html, kept) => expect(textOf(between(html))).toContain(kept));
});

describe('what readers wrote, without names of classes', () => {
  const said = [
    '我家就在湖边，今年的鸟是多，早上吵得睡不着，不过看着高兴。',
    '补偿要是真按户发，渔民自然愿意，怕的是拖到明年。',
  ];
  const entries = (line: (text: string, i: number) => string): string =>
    `<div><div>${said.map(line).join('')}</div></div>`;
  test.each([
    [
      'a button to answer each',
      entries((text, i) => `<div><b>湖边人${i}</b><p>${text}</p><a href="#c${i}">回复</a></div>`),
    ],
    [
      'a name and a day each',
      entries(
        (text, i) => `<div><a href="/u/${i}">湖边人</a> <span>2026-11-2${i} 09:1${i}</span><p>${text}</p></div>`,
      ).replace(
        '</div></div></div>',
        '</div><div><a href="/u/3">芦苇</a> <span>3天前</span><p>同意楼上的说法，拖一年船就烂了，谁来赔这个钱呢？</p></div></div></div>',
      ),
    ],
  ])('%s', (_, html) => expect(textOf(body(PROSE) + html)).toEqual(PROSE));
  test('a post that the article shows stays, and so do the days of a chronicle', () => {
    const post =
      '<blockquote><p>湖边今天有三万只。</p>湖区观鸟会 <a href="https://b.example/1">2026年11月20日</a></blockquote>';
    expect(textOf(between(`<div>${post}</div><div>${post.replace('三', '四')}</div>`)).join()).toContain('三万只');
    const live = ['19:48', '19:51', '20:03'].map((at, i) => `<div><time>${at}</time> 林青<p>${said[i % 2]}</p></div>`);
    expect(textOf(body(PROSE) + live.join(''))).toContain(said[0]);
    const days = [1, 2, 3].map((i) => `<div><h3>2026年11月${i}日</h3><p>${said[i % 2]}</p></div>`);
    expect(textOf(body(PROSE) + days.join(''))).toContain(said[1]);
  });
});

test('one box whose picture and headline lead to another article is none of this one', () => {
  const card = (href: string): string =>
    `<div><a href="${href}"><img src="/b.jpg"></a><h3>码头改造完工，六艘客轮停靠</h3><p>新码头比旧的长一百米，冬天也能用。</p><a href="${href}"></a></div>`;
  expect(textOf(between(card('/n/2.html')))).toEqual(PROSE);
  expect(textOf(between(card('#top'))).length).toBeGreaterThan(PROSE.length);
});

test('what a browser without scripts is told is not the article, its pictures are', () => {
  const found = extractPage(
    `<html><body><h1>题</h1><div>${between('<noscript>请打开脚本以查看全部内容，谢谢您的理解。<img src="/a.jpg"></noscript>')}</div></body></html>`,
    { url: 'https://a.example/1.html', now: new Date(0) },
  );
  expect(found.ok && found.value.text.split('\n')).toEqual(PROSE);
  expect(found.ok && found.value.html).toContain('a.jpg');
});

describe('what calls for a field goes with it', () => {
  const field = '<form><input type="email" placeholder="x"><button>OK</button></form>';
  test.each([
    [
      'a letter every week',
      `<div><div><p>Every week in your box, the best of the lake.</p></div><div>${field}</div></div>`,
    ],
    [
      'a field without a form',
      '<section><h3>Do you see a fault?</h3><p>Write to us what it is.</p><input type="text"></section>',
    ],
  ])('%s', (_, html) => expect(textOf(between(html))).toEqual(PROSE));
  test('a poll goes with its question, a player with a choice of speeds is none', () => {
    const choice = (words: string): string => `<label><input type="radio" name="a">${words}</label>`;
    const poll = `<div><p>湖边最该先修什么？</p><div>${choice('栈桥')}${choice('码头')}${choice('灯塔')}</div></div>`;
    expect(textOf(between(poll))).toEqual(PROSE);
    const player = `<div>${choice('慢')}${choice('快')}<audio src="/a.mp3"></audio></div>`;
    const found = extractPage(`<h1>湖边</h1><div>${between(player)}</div>`, { now: new Date(0) });
    expect(found.ok && found.value.html).toContain('<audio');
  });
  test('a long text beside a field stays, and so does one beside a box to tick', () => {
    expect(textOf(`<div>${body(PROSE)}${body(PROSE.map((line) => `又：${line}`))}${field}</div>`).length).toBe(8);
    expect(textOf(between('<div><p>三只白鹤在浅滩过夜。</p><input type="checkbox"></div>')).join()).toContain(
      '三只白鹤',
    );
  });
});

describe('boxes behind the paragraphs', () => {
  const article = `<div>${body([...PROSE, ...PROSE.map((line) => `又：${line}`)])}</div>`;
  const left = (html: string): number => textOf(`<div>${article}${html}</div>`).length;
  test.each([
    [
      'whose the page is',
      '<div><p>本站所有内容仅供本地居民参考，转给他人时请说明从哪里来。</p><p>© 2026 北岭日报社</p></div>',
    ],
    [
      'the rest of links',
      `<div>${'<a href="/x">候鸟</a> <a href="/y">湖区</a> '.repeat(30)}<p>编辑部每天清晨从这里挑选最好看的十条，请您慢慢地看完它们。</p></div>`,
    ],
  ])('%s', (_, html) => expect(left(html)).toBe(8));
  test('a box of paragraphs stays', () => {
    expect(left(`<div>${body(PROSE.map((line) => `再：${line}`))}</div>`)).toBe(12);
  });
});

describe('labels and counters', () => {
  test('a list of buttons goes with what opens below one of them, a list that names one stays', () => {
    const li = (words: string): string => `<li>${words}</li>`;
    const report = li(
      '<span>Fehler melden</span><div>Markieren Sie die Wörter im Text, und zwei Klicks genügen.</div>',
    );
    const buttons = ['E-Mail', 'Teilen', 'Twitter', 'Drucken', 'Mehr'].map(li).join('');
    expect(textOf(between(`<ul>${buttons}${report}</ul>`))).toEqual(PROSE);
    const named = ['Der Leuchtturm im Norden', 'Die Brücke am alten Hafen', 'Twitter'].map(li).join('');
    expect(textOf(between(`<ul>${named}</ul>`))).toEqual(expect.arrayContaining(['Der Leuchtturm im Norden']));
  });
  test.each([
    'Facebook',
    '微信好友',
    'Teilen',
    '1 of 12 |',
    'Image 3 / 13',
    '02:57',
    '3 min read',
    'Image copyright Coast Courier',
  ])('%s', (line) => {
    expect(textOf(between(`<div>${line}</div>`))).toEqual(PROSE);
  });
  test('a heading or a cell of one word stays', () => {
    expect(textOf(between('<h3>Facebook</h3>'))).toContain('Facebook');
    expect(
      textOf(between('<table><tr><td>Facebook</td><td>41</td></tr><tr><td>Line</td><td>12</td></tr></table>')).join(),
    ).toContain('Facebook 41');
  });
});

describe('hostile sizes end', () => {
  test.each([
    ['text on every level', `<div class="article-body">${PROSE[0]}`.repeat(5000)],
    ['boxes of furniture in each other', `${'<div class="paywall">'.repeat(5000)}${body(PROSE)}`],
    ['ends without end', `<div><h3>相关阅读</h3></div><p>${PROSE[0]}</p>`.repeat(5000)],
    ['text beside blocks', `<div>${PROSE[0]}<p>一</p></div>`.repeat(5000) + '<p>a b</p>'.repeat(5000)],
    ['cards', '<div><h3><a href="/n/1.html">湖区码头改造完工</a></h3><p>停靠六艘客轮</p></div>'.repeat(5000)],
    ['articles in each other', `<article><h1>题</h1><p>${PROSE[0]}</p>`.repeat(3000)],
    ['quotes in a script', `<script>"${'\\"'.repeat(50_000)}</script>`],
  ])('%s', (_, html) => {
    expect(Array.isArray(textOf(html))).toBe(true);
  });
});

describe('comments', () => {
  const thread = Array.from(
    { length: 12 },
    (_, i) =>
      `<div class="x${i}">第${i + 1}楼说，夜里回家终于不用再绕路了，给管理局点赞。<br>大家都这么说。<div>${i} 小时前</div></div>`,
  ).join('');
  test.each(['网友评论', '6 thoughts on “More ferries”', 'Kommentare (12)', '댓글'])(
    'longer than the article, after «%s»',
    (line) => {
      expect(textOf(`${body(PROSE)}<section><h3>${line}</h3>${thread}</section>`)).toEqual(PROSE);
    },
  );
  test('the word above the article is a link to them', () => {
    expect(textOf(`<div>评论</div>${body(PROSE)}`)).toEqual(PROSE);
  });
});

test('the last line of a text without paragraphs', () => {
  const promo = '市民可扫描二维码下载客户端。';
  expect(textOf(`<div>${[...PROSE, promo].join('<br><br>')}</div>`).join('')).toBe(PROSE.join(''));
  const inside = [...PROSE.slice(0, 2), promo, ...PROSE.slice(2)];
  expect(textOf(`<div>${inside.join('<br><br>')}</div>`).join('')).toBe(inside.join(''));
});

test('what stands above the headline', () => {
  const above = '<p>The best of the week, picked by our editors, every Friday in your inbox.</p>';
  const found = extractPage(
    `<html><head><title>湖边候鸟增多三成</title></head><body><main>${above}<h1>湖边候鸟增多三成</h1>${body(PROSE)}</main></body></html>`,
    { now: new Date(0) },
  );
  expect(found.ok && found.value.text.split('\n')).toEqual(PROSE);
});

describe('a wall', () => {
  test.each([
    '本文为付费内容',
    'この記事は会員限定です。',
    'Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.',
    'This article is exclusive to subscribers.',
  ])('ends the body with what it says: %s', (line) => {
    expect(
      textOf(
        `${body(PROSE)}<div><p>${line}</p><p>现在订阅，每月只需十二元，还可畅读电子报和往期副刊的全部内容。</p></div>`,
      ),
    ).toEqual(PROSE);
  });
  test('in the middle of the text, hidden until a script shows it, goes with its list', () => {
    const offers = ['every column of our harbour writers', 'the paper as it is printed, on any device', 'puzzles'];
    const list = offers.map((one) => `<li>Unlimited access to ${one}, and to all fifteen sites.</li>`).join('');
    const box = `<div class="hidden"><div>THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY</div><p>Subscribe now to read the latest news from the lake and from all the towns around it.</p><ul>${list}${list}</ul></div>`;
    const days = ['周一', '周二', '周三', '周四', '周五'].flatMap((day) => PROSE.map((line) => `${day}消息，${line}`));
    expect(textOf(body(days.slice(0, 9)) + box + body(days.slice(9)))).toEqual(days);
  });
  test('over the text is only taken away', () => {
    expect(
      textOf(
        `${body(PROSE.slice(0, 1))}<div><p>This article is exclusive to subscribers.</p></div><section>${body(PROSE.slice(1))}</section>`,
      ),
    ).toEqual(expect.arrayContaining(PROSE));
  });
});

test('emphasised words that screen readers are to pass over are read by all others; hidden blocks and icons are not', () => {
  const step = '<p><b aria-hidden="true">第一步，看水位。</b>每天清晨在闸口读一次标尺，记下厘米数。</p>';
  expect(textOf(between(step)).join('')).toContain('第一步，看水位。每天清晨');
  expect(textOf(between('<div aria-hidden="true">轮播 一 二 三</div>'))).toEqual(PROSE);
  expect(textOf(between('<p><i aria-hidden="true">arrow_forward</i></p>'))).toEqual(PROSE);
});

test('questions on buttons and the answers they unfold belong to the text; other buttons do not', () => {
  const answer = '明年三月闸口重开，渔船按先后顺序通过，大船要提前两天报备，小船当天登记就可以了。';
  const folded = (button: string): string =>
    `<div><h3><button aria-expanded="false">${button}</button></h3><div class="accordion-content" style="display:none"><p>${answer}</p></div></div>`;
  expect(textOf(between(folded('闸口什么时候重开？'))).join('')).toContain(`闸口什么时候重开？${answer}`);
  expect(textOf(between(folded('展开本节'))).join('')).not.toContain('展开本节');
  expect(textOf(between('<button>要不要看视频？</button>'))).toEqual(PROSE);
});

describe('words inside a sentence', () => {
  const around = (word: string): string =>
    textOf(between(`<p>站里的${word}说，闸口明年三月重开，大船要提前报备。</p>`)).join('');
  test.each([
    '<a class="tag-link" href="/t/1">林青</a>',
    '<span class="author">林青</span>',
    '<strong class="promo">林青</strong>',
    '<button title="站长">林青</button>',
  ])('%s stays, whatever it is called', (word) => expect(around(word)).toContain('站里的林青说'));
  test('what is cut down to nothing for screen readers goes', () => {
    expect(
      around('<a href="/r">报告<span style="clip:rect(0 0 0 0);position:absolute">（新窗口打开）</span></a>'),
    ).toContain('站里的报告说');
  });
  test('a button at its end is none of its words', () => {
    expect(
      textOf(between('<p>站长林青说，闸口明年三月重开，大船要提前报备。<button>林青其人</button></p>')).join(''),
    ).not.toContain('其人');
  });
  test('a row of tags and a byline are no sentence', () => {
    expect(
      textOf(between('<p>标签：<a class="tag">渡口</a>、<a class="tag">候鸟</a>、<a class="tag">渔民</a></p>')),
    ).toEqual(PROSE);
    expect(textOf(between('<p><span class="author">林青</span></p>'))).toEqual(PROSE);
  });
});
