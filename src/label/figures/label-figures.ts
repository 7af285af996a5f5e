import type { Label } from '../../model/label.ts';
import { clauseStart } from '../boundary.ts';
import type { Labeller } from '../document.ts';
import { type Figure, readArabic, readChinese } from './read-figure.ts';
import { COUNT_UNITS } from './units.ts';

/** 1: an Arabic digit, 2: a Chinese numeral */
const NUMERAL = new Uint8Array(65536);
for (const c of '0123456789０１２３４５６７８９') NUMERAL[c.charCodeAt(0)] = 1;
for (const c of '一二两三四五六七八九十百千万') NUMERAL[c.charCodeAt(0)] = 2;

const PERIOD =
  /(?:(?:19|20)\d\d年(?:\d{1,2}月(?:份|\d{1,2}日)?|上半年|下半年|前[一二三]季度|第?[一二三四]季度)?|\d{1,2}月份?(?!\d)|今年以来|去年以来|今年|去年|前年|明年|近年来|上半年|下半年|前[一二三]季度|第?[一二三四]季度|当年|全年|每年|每月|每天|每日|“十[一二三四五六]五”(?:期间|时期)?|截至\d{1,2}月(?:\d{1,2}日|底|末)?)/g;
const SENTENCE_END = /[。！？\n]/;
const CLAUSE_END = /[，。；：、,;:!?！？\n“”《》（）()]/;

/** Quantities with unit, approximator, what they measure and the period where the sentence states one. */
export const labelFigures: Labeller = (document) => {
  const text = document.full;
  const figures: Figure[] = [];
  for (let i = 0; i < text.length; ) {
    const kind = NUMERAL[text.charCodeAt(i)];
    if (!kind) {
      i++;
      continue;
    }
    const { figure, next } = kind === 1 ? readArabic(text, i) : readChinese(text, i);
    if (figure) figures.push(figure);
    i = Math.max(next, i + 1);
  }
  if (figures.length === 0) return [];
  const periods = [...text.matchAll(PERIOD)];
  let p = 0;
  return figures.map((figure): Label => {
    while (p + 1 < periods.length && periods[p + 1]!.index < figure.start) p++;
    const near = periods[p];
    const period =
      near &&
      near.index < figure.start &&
      figure.start - near.index < 120 &&
      !SENTENCE_END.test(text.slice(near.index, figure.start))
        ? near[0]
        : undefined;
    const measures = measured(text, figure);
    return {
      kind: 'figure',
      surface: text.slice(figure.start, figure.end),
      start: figure.start,
      end: figure.end,
      confidence: figure.chinese ? 0.85 : figure.unit === undefined ? 0.7 : 0.95,
      evidence: [figure.unit === undefined ? 'number with 万 or 亿' : `number and unit ${figure.unit}`],
      value: figure.value,
      ...(figure.unit === undefined ? {} : { unit: figure.unit }),
      ...(figure.approx === undefined ? {} : { approx: figure.approx }),
      ...(measures === undefined ? {} : { measures }),
      ...(period === undefined ? {} : { period }),
    };
  });
};

/** For counts the noun after (33名 → 最美退役军人), else the words before in the clause (累计实现产值). */
function measured(text: string, { start, end, unit }: Figure): string | undefined {
  if (unit !== undefined && COUNT_UNITS.has(unit)) {
    let to = end;
    while (
      to < text.length &&
      to - end < 10 &&
      !CLAUSE_END.test(text[to]!) &&
      !'的进了在于是和与及就以后被从到'.includes(text[to]!)
    )
      to++;
    if (to - end >= 2) return text.slice(end, to);
  }
  const from = Math.max(clauseStart(text, start, 24), start - 16);
  const before = text
    .slice(from, start)
    .replace(/^[的了在是为达到至、\s]+/, '')
    .replace(/(?:达到|达|为|至|了|是|有|共|仅|已|均|分别)+$/, '');
  return before.length >= 2 ? before : undefined;
}
