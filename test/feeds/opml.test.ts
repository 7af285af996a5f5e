import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outline, readOpml, writeOpml } from '../../src/feeds/opml/opml.ts';

const read = (text: string) => {
  const result = readOpml(text, 'file.opml');
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe('OPML', () => {
  test('nested outlines are sections, unknown attributes survive a round trip', () => {
    const text = `<?xml version="1.0"?><opml version="1.0"><head><title>订阅</title></head><body>
<outline text="政策" fold:ed="1"><outline type="rss" text="北岭 &amp; 草原" title="另一个名字" xmlUrl="https://a.example/feed?a=1&amp;b=2" htmlUrl="https://a.example/" category="/x" myOwn="保留"/></outline>
<outline TEXT="独立" XMLURL=" https://b.example/feed "/></body></opml>`;
    const opml = read(text);
    expect(opml).toMatchObject({
      title: '订阅',
      outlines: [
        {
          text: '政策',
          more: { 'fold:ed': '1' },
          children: [
            { xmlUrl: 'https://a.example/feed?a=1&b=2', more: { title: '另一个名字', category: '/x', myOwn: '保留' } },
          ],
        },
        { text: '独立', xmlUrl: 'https://b.example/feed' },
      ],
    });
    expect(read(writeOpml(opml))).toEqual({ ...opml, outlines: read(writeOpml(opml)).outlines });
    expect(read(writeOpml(read(writeOpml(opml))))).toEqual(read(writeOpml(opml)));
  });

  test('whatever stands in titles comes back as it was', () => {
    const leaf = fc.record({
      text: fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\u0000-\u001f\ufffe\uffff]/g, '')),
      xmlUrl: fc.webUrl(),
    });
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 5 }), (leaves) => {
        const outlines: Outline[] = leaves.map((l) => ({ ...l, type: 'rss', more: {}, children: [] }));
        expect(read(writeOpml({ outlines })).outlines).toEqual(outlines);
      }),
    );
  });

  test('no OPML is refused; a missing end is forgiven', () => {
    expect(readOpml('<html></html>', 'x')).toMatchObject({ ok: false, problem: { code: 'OPML_UNREADABLE' } });
    expect(
      read('<opml><body><outline text="a"><outline text="b" xmlUrl="https://b.example/"/>').outlines[0]?.children,
    ).toHaveLength(1);
  });

  test('a hundred thousand levels do not overflow anything', () => {
    const deep = `<opml><body>${'<outline text="x">'.repeat(100_000)}`;
    expect(read(deep).outlines).toHaveLength(1);
  });
});
