import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/kit/charset.ts';

const xml = (text: string): string => `<rss><channel><item><title>${text}</title></item></channel></rss>`;
const TEXTS: [string, string, string][] = [
  ['gb18030', 'gb18030', '草原上的羊群比往年早回来了两个星期，牧民们说雨水很好。'],
  ['big5', 'big5', '海邊的小鎮今年第一次舉辦讀書節，圖書館開放到深夜。'],
  ['euc-kr', 'euc-kr', '바닷가 마을의 작은 도서관이 올해 처음으로 밤에도 문을 연다'],
  ['shift_jis', 'shift_jis', 'まちの図書館がこの夏からよるも開いています、カードはいりません'],
  ['euc-jp', 'euc-jp', 'まちの図書館がこの夏からよるも開いています、カードはいりません'],
];

describe('bytes without any declaration', () => {
  for (const [name, encoding, text] of TEXTS) {
    test(name, () => {
      const read = decodeBytes(iconv.encode(xml(text), encoding), {});
      expect(read).toEqual({ text: xml(text), encoding: name });
    });
  }
  test('Western and Cyrillic text is not taken for Chinese', () => {
    const german = xml('Die Bücherei öffnet früher, und die Straße dahin wird größer: für Fußgänger schön.');
    expect(decodeBytes(iconv.encode(german, 'windows-1252'), {}).text).toBe(german);
    const russian = xml('Библиотека у моря впервые открыта ночью, и дорога к ней стала шире.');
    expect(decodeBytes(iconv.encode(russian, 'windows-1251'), {}).text).toBe(russian);
  });
});

describe('bytes declared wrongly', () => {
  test('quotation marks of windows-1252 among UTF-8 become themselves, the five bytes it does not have stay', () => {
    const text = 'Er sagte: \u0084Ja\u0093 \u0096 und ging.\u0081';
    expect(decodeBytes(Buffer.from(`<p>${text}</p>`), {}).text).toBe('<p>Er sagte: „Ja“ – und ging.\u0081</p>');
  });
  test('Chinese declared as latin-1', () => {
    const text = xml('草原上的羊群比往年早回来了两个星期');
    expect(decodeBytes(iconv.encode(text, 'gbk'), { contentType: 'text/xml; charset=iso-8859-1' }).text).toBe(text);
  });
  test('German declared as latin-1 stays', () => {
    const text = xml('Bücher über Häfen');
    expect(decodeBytes(iconv.encode(text, 'latin1'), { contentType: 'text/xml; charset=iso-8859-1' }).text).toBe(text);
  });
  test('UTF-8 declared as gb2312', () => {
    const text = `<?xml version="1.0" encoding="gb2312"?>${xml('草原上的羊群')}`;
    expect(decodeBytes(Buffer.from(text), {}).text).toBe(text);
  });
});

describe('UTF-8 with a fault stays UTF-8', () => {
  const text = xml('草原上的羊群比往年早回来了两个星期，牧民们说雨水很好。');
  test('cut anywhere', () => {
    const bytes = Buffer.from(text);
    for (let end = 34; end < bytes.length; end++) {
      const read = decodeBytes(bytes.subarray(0, end), {});
      expect(read.encoding, `${end}`).toBe('utf-8');
      expect(text.startsWith(read.text.replace(/\ufffd+$/, ''))).toBe(true);
    }
  });
  test('one stray byte in the middle, declared or not', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.of(0xff), Buffer.from(text)]);
    for (const hints of [{}, { contentType: 'text/xml; charset=utf-8' }])
      expect(decodeBytes(bytes, hints).text).toBe(`${text}\ufffd${text}`);
  });
});

test('gb18030 cut in the middle of a character keeps the rest', () => {
  const text = xml('草原上的羊群比往年早回来了两个星期，牧民们说雨水很好');
  const bytes = iconv.encode(text, 'gb18030');
  const read = decodeBytes(bytes.subarray(0, 61), {});
  expect(read.encoding).toBe('gb18030');
  expect(read.text).toContain('草原上的羊群');
});

describe('a declaration that lies', () => {
  const xml = (text: string, name: string): Buffer =>
    Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${name}"?><title>`), Buffer.from(text, 'latin1')]);
  const read = (bytes: Buffer) => decodeBytes(bytes, {});

  test('UTF-8 that is none is a table of single bytes, not a row of replacement characters', () => {
    const { text, encoding } = read(xml('Gr\xf6\xdfere \xc4nderungen f\xfcr \xdcberg\xe4nge', 'utf-8'));
    expect(text).toContain('Größere Änderungen für Übergänge');
    expect(encoding).not.toBe('utf-8');
    expect(read(xml('Caf\xe9 in M\xfcnchen', 'utf-8')).text).toContain('Café in München');
  });

  test('Greek and Turkish letters that happen to be pairs of a Chinese table are not Chinese', () => {
    const greek = '\xc5\xeb\xeb\xe7\xed\xe9\xea\xde \xc4\xe7\xec\xef\xea\xf1\xe1\xf4\xdf\xe1';
    expect(read(xml(greek, 'utf-8')).text).toContain('Ελληνική Δημοκρατία');
    const turkish = read(xml('T\xfcrk\xe7e \xfd\xf0\xfc\xfe\xf6\xe7 \xddstanbul', 'utf-8')).text;
    expect(turkish).not.toMatch(/\p{Script=Han}/u);
  });

  test('ISO-2022-JP shows itself by its escapes', () => {
    const bytes = Buffer.concat([Buffer.from('<title>'), Buffer.from('\x1b$BEl5~\x1b(B', 'latin1')]);
    expect(read(bytes)).toEqual({ text: '<title>東京', encoding: 'iso-2022-jp' });
  });
});
