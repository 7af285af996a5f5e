import { describe, expect, test } from 'vitest';
import { captionedHtml } from '../../src/pipeline/captioned-html.ts';

const img = (src: string): string => `<img src="${src}" referrerpolicy="no-referrer">`;
const images = [
  { src: 'https://a.example/lead.jpg', caption: '码头' },
  { src: 'https://a.example/a.jpg?w=1&h=2', caption: '傍晚的湖面 <一>' },
  { src: 'https://a.example/b.jpg' },
];

describe('captions in the body', () => {
  test('go to the picture they were found with, linked or not', () => {
    const src = 'https://a.example/a.jpg?w=1&amp;h=2';
    for (const picture of [img(src), `<a href="https://a.example/x" rel="noopener nofollow">${img(src)}</a>`])
      expect(captionedHtml(`<p>甲</p><figure>${picture}</figure>`, images)).toBe(
        `<p>甲</p><figure>${picture}<figcaption>傍晚的湖面 &lt;一&gt;</figcaption></figure>`,
      );
  });
  test('take in the paragraph that says the same, and no other', () => {
    const figure = `<figure>${img('https://a.example/lead.jpg')}</figure>`;
    const whole = `<figure>${img('https://a.example/lead.jpg')}<figcaption>码头</figcaption></figure>`;
    expect(captionedHtml(`${figure}<p><strong>码 头</strong></p><p>乙</p>`, images)).toBe(`${whole}<p>乙</p>`);
    expect(captionedHtml(`${figure}<p>码头新建。</p>`, images)).toBe(`${whole}<p>码头新建。</p>`);
    const long = [
      { src: 'https://a.example/lead.jpg', caption: 'The ferries of the lake lie at the new berth. Photo: Lake Times' },
    ];
    expect(captionedHtml(`${figure}<p>The ferries of the lake lie at the new berth.</p><p>b</p>`, long)).toMatch(
      /Lake Times<\/figcaption><\/figure><p>b<\/p>$/,
    );
    expect(captionedHtml(`${figure}<h2>码头</h2>`, images)).toBe(`${whole}<h2>码头</h2>`);
  });
  test('take in the line that shares a paragraph with its picture, if it is short', () => {
    const picture = img('https://a.example/lead.jpg');
    const whole = `<figure>${picture}<figcaption>码头</figcaption></figure>`;
    expect(captionedHtml(`<p>甲</p><p>${picture}<br><em>码头</em></p><p>乙</p>`, images)).toBe(
      `<p>甲</p>${whole}<p>乙</p>`,
    );
    expect(captionedHtml(`<p>${picture}码头新建。</p>`, images)).toBe(`<p>${picture}码头新建。</p>`);
    const long = '码头边上的人说，'.repeat(20);
    const paragraph = `<p>${picture}${long}</p>`;
    expect(captionedHtml(paragraph, [{ src: 'https://a.example/lead.jpg', caption: long }])).toBe(paragraph);
  });
  test.each([
    ['a picture without one', `<figure>${img('https://a.example/b.jpg')}</figure>`],
    [
      'a figure that has one',
      `<figure>${img('https://a.example/a.jpg?w=1&amp;h=2')}<figcaption>甲</figcaption></figure>`,
    ],
    ['a picture in a line', `<p>甲${img('https://a.example/a.jpg?w=1&amp;h=2')}</p>`],
  ])('%s stays as it is', (_, html) => {
    expect(captionedHtml(html, images)).toBe(html);
  });
});
