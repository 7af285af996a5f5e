import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelDocument } from '../../src/label/document.ts';
import { wordStarts } from '../../src/label/word-starts.ts';

const list = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
const jieba = Jieba.withDict(list);

function byJieba(text: string): number[] {
  const starts = new Array<number>(text.length + 1).fill(0);
  let at = 0;
  for (const word of jieba.cut(text, false)) {
    starts[at] = 1;
    at += word.length;
  }
  starts[text.length] = 1;
  return starts;
}

const same = (text: string): void => {
  const document = labelDocument({ title: '', text });
  expect([...wordStarts(document)], text).toEqual(byJieba(document.full));
};

describe('words begin where jieba begins them', () => {
  test.each([
    '锡林郭勒盟的北风一期项目已完成全部机组吊装，年底前将向北京送出首批绿电。',
    '南京市长江大桥上，研究生命的起源的人说：“结婚的和尚未结婚的都来。”',
    'iPhone 15 Pro Max售价9999元，同比增长3.5%；AT&T、C++与.NET—2026',
    '𠀀𠀁好\r\n①②　é—“中国”·…￥',
    '',
  ])('%s', same);

  test('any text', () => {
    const words = list
      .toString('utf8')
      .split('\n')
      .filter((_, line) => line % 997 === 0)
      .map((line) => line.split(' ')[0] ?? '');
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom(...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => same(parts.join(''))),
      { numRuns: 300 },
    );
  });
});
