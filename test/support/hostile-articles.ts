import { articleId } from '../../src/kit/id.ts';
import type { Article } from '../../src/model/article.ts';

const TITLES = [
  '</title><script>alert(1)</script>',
  'broken \ud800 surrogate \udc00 and \u0000\u0008\u001f\uffff controls',
  '字'.repeat(10_000),
  '\u202eright to left override \u2066 never closed',
  '',
  '"><img src=x onerror=alert(1)>',
  ']]> &lt;b&gt; &#0; <![CDATA[ {{ 7*7 }} {% raw %}',
  'العنوان بالعربية مع 123 أرقام',
];

const BODIES = [
  '<p>one</p></main></body></html><script>alert(1)</script><p onclick="x()">two</p>',
  '<p>\ud800 lone \u0000 zero</p><!-- never closed',
  `${'<div>'.repeat(5000)}deep`,
  '<p>\u202eoverride</p><a href="javascript:alert(1)">link</a><a href="https://ok.example/?a=1&amp;b=2">ok</a>',
  '',
  '<img src="x" onerror="alert(1)"><svg><script>1</script></svg><iframe srcdoc="<script>1</script>"></iframe><style>*{display:none}</style><p>after</p>',
  ']]><p>&amp;lt; &lt;script&gt;</p><table><tr><td>cell<p title="\'>x</table><form><input name=q></form>',
  '<h1>big</h1><h4>leap</h4><p dir="rtl">نص عربي</p><p>mixed <ruby>漢<rt>kan</rt></ruby></p>',
];

/** Eight ways to hurt a page. */
export function hostileArticle(i: number): Article {
  const url = `https://hostile.example/${i}?a=1&b="<>`;
  const id = articleId(url);
  const bad = TITLES[i]!;
  return {
    id,
    url,
    path: `/2026/09/18/${id}/`,
    sourceId: i % 2 ? `../..//etc ${bad.slice(0, 20)}` : 'qinglan',
    section: 'news',
    outlet: bad.slice(0, 300),
    title: bad,
    ...(i === 4 ? {} : { dek: bad, originalTitle: bad, editor: bad, origin: bad, dateline: bad }),
    authors: i === 4 ? [] : [bad],
    published: i === 1 ? 'not a date' : '2026-09-18T02:00:00Z',
    firstSeen: '2026-09-18T02:00:00Z',
    language: bad,
    categories: [bad],
    keywords: [bad],
    attachments: i === 4 ? [] : [{ url: 'https://hostile.example/a.pdf', title: bad }],
    document: { number: bad },
    ...(i === 4 ? {} : { lead: { src: `https://hostile.example/"onerror=alert(1) ${i}.jpg`, caption: bad, alt: bad } }),
    images: [],
    html: BODIES[i]!,
    text: bad,
    revision: 1,
    labels: [
      {
        kind: 'person',
        surface: bad.slice(0, 50),
        id: `../${bad.slice(0, 200)}`,
        start: 0,
        end: 5,
        confidence: 1,
        evidence: [],
        role: [bad],
      },
      { kind: 'figure', surface: bad.slice(0, 10), start: -5, end: 1e9, confidence: 1, evidence: [], measures: bad },
    ],
    notes: [],
  };
}
