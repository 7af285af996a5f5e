import { arabicNumber, chineseNumber, isHan, multiplier } from '../../kit/zh.ts';
import { NO_UNIT, UNIT_NOT_BEFORE, UNIT_WORDS } from './units.ts';

export interface Figure {
  start: number;
  end: number;
  value: number;
  /** as printed, without the multiplier; undefined where the text gives none (30万) */
  unit?: string;
  /** 余 近 超 约 逾 不足 */
  approx?: string;
  chinese: boolean;
}

const ARABIC = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．·][0-9０-９]+)?/y;
const MULTIPLIER = /[百千万亿]{1,3}/y;
/** 32微克/立方米: a rate of measures is one unit; money keeps its own (26400元/年). */
const PER = /\/(?:立方米|平方米|平方公里|升|毫升|公斤|千克|小时|分钟|秒|天|日|公里|百公里|吨|亩|公顷|千瓦时)/y;
const MEASURED = new Set(
  '微克 毫克 克 公斤 千克 吨 米 公里 千米 厘米 毫米 升 毫升 立方米 千瓦时 大卡 千卡 毫克 人 辆 次 帧 转 度'.split(' '),
);
const MORE = /[余多几]/y;
const RANGE = /\s?(?:[-－–—~～至到]{1,2})\s?(?:近|约|超|超过)?([0-9０-９]+(?:\.[0-9０-９]+)?)[百千万亿]{0,2}/y;
const SECOND = /([0-9]{1,4})([万千百])(?![分米克瓦])/y;
/** 1米85, 9秒83 */
const HUNDREDTHS = /[0-9]{2}(?![0-9.:：％%a-zA-Z万千亿多余年月日号岁分米秒])/y;
/** The sign of a currency before a number is its unit. */
const SIGNS: Record<string, string> = { '¥': '元', '￥': '元', $: '美元', '＄': '美元', '€': '欧元', '£': '英镑' };
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]{1,16}/y;
const TENTHS = /^成(?:[，。；、）)以左的多”\n]|$)/;
const AFTER = /(?:多|余)?(以上|以下|左右|以内|之多|上下|开外)/y;
const BEFORE: [RegExp, string][] = [
  [/(?:近|接近|将近)$/, '近'],
  [/(?:不低于|不少于)$/, '超'],
  [/(?:不足|不到|少于|小于|低于|不超过|不高于|不多于|至多|最多)$/, '不足'],
  [/(?:超过|超|突破|突破了|高于|多于|至少|大于)$/, '超'],
  [/(?:大约|约|约为|大概|估计|差不多)$/, '约'],
  [/(?:逾|逾越)$/, '逾'],
];
/** the approximators that belong to the printed figure */
const PREFIX = /(?:不超过|不高于|不多于|超过|突破|大约|将近|接近|不足|不到|不低于|不少于|至少|近|超|约|逾)$/;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** 万, 亿, 千万 …; the 千 of 千瓦 and 千克 belongs to the unit. */
function multiplierAt(text: string, from: number): string {
  const found = at(MULTIPLIER, text, from)?.[0] ?? '';
  return found.endsWith('千') && UNIT_WORDS.at(text, from + found.length - 1) ? found.slice(0, -1) : found;
}

/** A figure whose Arabic digits begin at `from`; `next` is where reading goes on. */
export function readArabic(text: string, from: number): { figure?: Figure; next: number } {
  const number = at(ARABIC, text, from);
  if (!number) return { next: from + 1 };
  let end = from + number[0].length;
  const next = end;
  const before = text[from - 1] ?? '\n';
  // 第 28 届; 01组
  if ((before === ' ' && '第图表'.includes(text[from - 2] ?? '\n')) || /^0[0-9]/.test(number[0])) return { next };
  if (/[第A-Za-z_#〔[/:：.]/.test(before) && !/[:：]/.test(before)) return { next };
  if (/[:：]/.test(before) && /[0-9]/.test(text[from - 2] ?? '')) return { next };
  if (/[-—–－~]/.test(before) && /[0-9月日A-Za-z]/.test(text[from - 2] ?? '')) return { next };
  let value = arabicNumber(number[0].replace(/[，]/g, ',').replace(/[．·]/g, '.'));
  if (value === undefined) return { next };
  if (/[:：]/.test(text[end] ?? '') && /[0-9]/.test(text[end + 1] ?? '')) return { next: end + 1 };
  let factor = '';
  let more = false;
  const spaced = before === ' ' && isHan(text.charCodeAt(from - 2));
  const read = (): void => {
    for (let turn = 0; turn < 3; turn++) {
      // 约 50 万辆: a space before 万 as before the number
      const gap = factor === '' && spaced && text[end] === ' ' && /[万亿]/.test(text[end + 1] ?? '') ? 1 : 0;
      // 20 余家
      if (
        !more &&
        spaced &&
        text[end] === ' ' &&
        '余多'.includes(text[end + 1] ?? '\n') &&
        UNIT_WORDS.at(text, end + 2)
      )
        end++;
      const m = factor === '' ? multiplierAt(text, end + gap) : '';
      factor += m;
      if (m !== '') end += gap + m.length;
      const y = at(MORE, text, end);
      if (
        y &&
        !more &&
        !/^(?:多亿|余亿)?(?:年来|元化|样|少|功能|方|边|地|点|层次|领域)/.test(text.slice(end, end + 3))
      ) {
        more = true;
        end += 1;
      }
    }
  };
  read();
  const second = more ? undefined : at(SECOND, text, end);
  if (second && /[万亿]$/.test(factor) && multiplier(second[2]!) < multiplier(factor)) {
    // 1万2千条, 3亿5000万元
    value = value * multiplier(factor) + Number(second[1]) * multiplier(second[2]!);
    factor = '';
    end += second[0].length;
  }
  const range = at(RANGE, text, end);
  let ranged = false;
  if (range) {
    const to = end + range[0].length;
    const own = /[百千万亿]+$/.exec(range[0]);
    if (!/^[月日号]/.test(text.slice(to, to + 1)) || UNIT_WORDS.at(text, to)) {
      end = to;
      ranged = true;
      if (own && factor === '') factor = own[0];
      if (factor === '') read();
    }
  }
  value *= multiplier(factor);
  const plain = factor === '' && !more;
  const latinBefore = before === ' ' && /[A-Za-z0-9]/.test(text[from - 2] ?? '\n');
  if (text[end] === ' ' && !latinBefore && !/^[0-9]{6}$/.test(number[0]) && UNIT_WORDS.at(text, end + 1)) end++;
  const unit = unitAt(text, end, value, plain && /^[0-9]{4}$/.test(number[0]), text.slice(Math.max(0, from - 2), from));
  if (unit === 'none') return { next: Math.max(next, ranged ? end : next) };
  const sign = unit === undefined ? SIGNS[before] : undefined;
  if (sign !== undefined && !/[A-Za-z]/.test(text[end] ?? '\n'))
    return { figure: dress(text, from, end, value, sign, more, false), next: end };
  if (
    unit === undefined &&
    (factor === '' || !(isHan(text.charCodeAt(end)) || /[，。；、,)）”\n]/.test(text[end] ?? '\n')))
  )
    return { next };
  let full = unit;
  if (unit !== undefined) {
    end += unit.length;
    const per = MEASURED.has(unit) ? at(PER, text, end) : null;
    if (per) {
      full = unit + per[0];
      end += per[0].length;
    }
  }
  if (plain && (unit === '米' || unit === '秒')) {
    const rest = at(HUNDREDTHS, text, end)?.[0];
    if (rest !== undefined && Number.isInteger(value) && value < 100)
      return {
        figure: dress(text, from, end + 2, value + Number(rest) / 100, unit, false, false),
        next: end + 2,
      };
  }
  // 3个多小时, 2个多月
  const long =
    unit === '个' ? /^多(小时|月|星期|学期|世纪|钟头|工作日|百分点)/.exec(text.slice(end, end + 4))?.[1] : undefined;
  if (long !== undefined) {
    const to = end + 1 + long.length;
    return { figure: dress(text, from, to, value, long === '月' ? '个月' : long, true, false), next: to };
  }
  // 1个半小时
  const half = unit === '个' ? /^半(小时|月|钟头)/.exec(text.slice(end, end + 3))?.[1] : undefined;
  if (half !== undefined) {
    const to = end + 1 + half.length;
    return { figure: dress(text, from, to, value + 0.5, half === '月' ? '个月' : half, false, false), next: to };
  }
  // 8分多钟 is read with its unit whole
  if (unit === '分' && text.startsWith('多钟', end))
    return { figure: dress(text, from, end + 2, value, '分钟', true, false), next: end + 2 };
  return { figure: dress(text, from, end, value, full, more, false), next: end };
}

function unitAt(text: string, end: number, value: number, year: boolean, before: string): string | undefined | 'none' {
  const hit = UNIT_WORDS.at(text, end);
  const after = text.slice(end, end + 2);
  if (hit === undefined) return NO_UNIT.has(after[0] ?? '') ? 'none' : undefined;
  const unit = hit.value;
  const follows = text[hit.end] ?? '\n';
  if (after.startsWith('月') || (after.startsWith('日') && unit !== '日元') || after.startsWith('号')) return 'none';
  if (unit === '年度' && year) return 'none';
  if (unit === '年') {
    if (value >= 100 && /(?:公元|前)$/.test(text.slice(Math.max(0, end - 8), end).replace(/[0-9]+$/, '')))
      return 'none';
    if (year && value >= 1000 && value < 3000) return 'none';
    if ('代期级份度初末底'.includes(follows) && follows !== '') return 'none';
  }
  if (unit === '分' && /[时点]\s?$/.test(before)) return 'none';
  if (unit === '点' && (value < 100 || follows === '钟')) return 'none';
  if (unit === '代' || NO_UNIT.has(unit)) return 'none';
  if (UNIT_NOT_BEFORE[unit]?.includes(follows)) return undefined;
  if (/^[A-Za-z]+$/.test(unit) && /[A-Za-z0-9]/.test(follows)) return 'none';
  if ((unit === '级' && (value < 3 || follows === '以')) || (unit === '路' && value > 0)) return 'none';
  return unit;
}

/** A figure in Chinese numerals: only with an approximator, from a hundred up, or 百分之…: small counts are left out. */
export function readChinese(text: string, from: number): { figure?: Figure; next: number } {
  if (text.startsWith('百分之', from)) {
    const number = at(CHINESE, text, from + 3);
    const value = number ? chineseNumber(number[0]) : undefined;
    if (number && value !== undefined && value > 0 && value <= 1000 && number[0] !== '百') {
      const end = from + 3 + number[0].length;
      return { figure: dress(text, from, end, value, '%', false, true), next: end };
    }
    return { next: from + 3 };
  }
  const number = at(CHINESE, text, from);
  if (!number) return { next: from + 1 };
  let end = from + number[0].length;
  const next = end;
  const lead = text[from - 1] ?? '\n';
  if (/[第之初周数几成]/.test(lead)) return { next };
  const digits = number[0];
  const scaled = /[十百千万亿]/.test(digits);
  // 三成, 近七成
  if (
    /^[一二三四五六七八九]$/.test(digits) &&
    TENTHS.test(text.slice(end, end + 2)) &&
    /[近超约逾达降高涨增占为了过有至]/.test(lead)
  )
    return { figure: dress(text, from, end + 1, chineseNumber(digits)!, '成', false, true), next: end + 1 };
  // 逾百人, 近千名, 上万名
  const round =
    /^[百千万]$/.test(digits) &&
    (/[近逾超]/.test(lead) ||
      (lead === '上' && digits !== '百') ||
      /(?:不足|不到|超过|多达)$/.test(text.slice(Math.max(0, from - 2), from)));
  if (lead === '上' && !round) return { next };
  if (
    !scaled ||
    (/^[万亿千百]$/.test(digits) && !round && !/[余多]/.test(text[end] ?? '')) ||
    /[零〇]/.test(digits[0]!)
  )
    return { next };
  const value = round ? chineseNumber(`一${digits}`) : chineseNumber(digits);
  if (value === undefined || !/^[一二两三四五六七八九十百千万][零一二两三四五六七八九十百千万亿]*$/.test(digits))
    return { next };
  const more = /[余多]/.test(text[end] ?? '');
  let factor = '';
  if (more) {
    end++;
    factor = multiplierAt(text, end);
    end += factor.length;
  }
  const hit = UNIT_WORDS.at(text, end);
  if (hit !== undefined && UNIT_NOT_BEFORE[hit.value]?.includes(text[hit.end] ?? '\n')) return { next };
  if (hit === undefined || NO_UNIT.has(hit.value) || /^[月日号点时级]/.test(hit.value)) return { next };
  const total = value * multiplier(factor);
  const prefix = round || PREFIX.test(text.slice(Math.max(0, from - 3), from));
  if (!more && !prefix && total < 100) return { next };
  if (hit.value === '年' && '代期级'.includes(text[hit.end] ?? '\n')) return { next };
  if (
    !more &&
    !prefix &&
    /^(?:分|家|方|面|项|样|种|样|里|岁|点|度|次|步|名|口|个|年)$/.test(hit.value) &&
    /^[百千万一]+$/.test(digits)
  )
    return { next };
  end = hit.end;
  return { figure: dress(text, from, end, total, hit.value, more, true), next: end };
}

function dress(
  text: string,
  from: number,
  to: number,
  value: number,
  unit: string | undefined,
  more: boolean,
  chinese: boolean,
): Figure {
  let start = from;
  let end = to;
  let approx = more ? '余' : undefined;
  const gap = text[from - 1] === ' ' && isHan(text.charCodeAt(from - 2)) ? 1 : 0;
  const lead = text.slice(Math.max(0, from - gap - 4), from - gap);
  // 上万名
  if (chinese && lead.endsWith('上') && /^[千万]/.test(text[from] ?? '')) {
    approx ??= '超';
    start--;
  }
  for (const [pattern, says] of BEFORE)
    if (pattern.test(lead)) {
      approx ??= says;
      const prefix = PREFIX.exec(lead)?.[0].length ?? 0;
      if (prefix > 0) start -= gap + prefix;
      break;
    }
  const after = at(AFTER, text, end);
  if (after) {
    end += after[0].length;
    const word = after[1]!;
    approx ??=
      word === '以上' || word === '开外'
        ? '超'
        : word === '左右' || word === '上下'
          ? '约'
          : word === '之多'
            ? '超'
            : undefined;
  }
  // 26400元/年: the rate is part of the unit's context, not of the unit
  return {
    start,
    end,
    value: Number(value.toPrecision(12)),
    ...(unit === undefined ? {} : { unit: unit === '％' ? '%' : unit }),
    ...(approx === undefined ? {} : { approx }),
    chinese,
  };
}
