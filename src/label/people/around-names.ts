import { isHan } from '../../kit/zh.ts';
import { clauseStart } from '../boundary.ts';
import { isDot } from './foreign-names.ts';
import { CREDITS, TITLES } from './titles.ts';

/** 侯赛因·阿米尔: the letters before a dot are read from the dot. */
export const dotAhead = (text: string, at: number): boolean => {
  for (let i = at + 1; i < at + 7; i++) if (!isHan(text.charCodeAt(i))) return isDot(text[i] ?? '');
  return false;
};

/** 毛泽东思想, 马克思主义: a doctrine is no person. */
export const DOCTRINE = /^(?:列宁主义|主义|思想|理论|新时代中国特色社会主义)/;

/** Verbs that only people do. */
export const SAYS = /^(?:表示|指出|强调|认为|透露|坦言|说[，：“。]|称[，：“])/;
/** A career in the words after a name. */
export const CAREER =
  /^(?:[^。；\n]{0,28}?)(?:担任|出任|兼任|任职|毕业于|出生|参加工作|入党|籍贯|被查|受贿)|^[，,][男女][，,]/;
/** 责任编辑：某某 监制：某某: all of the line is credits. */
const CREDIT_LINE = /(?:责任编辑|责编|本期编辑|校对|终审|编审|[一二三]审)\s?[：:]/;
/** 记者, 文 | 图/ and the like stand right before, or the line is one of credits. */
export function credited(text: string, i: number): boolean {
  const before = text.slice(Math.max(0, i - 40), i);
  if (CREDIT_LINE.test(before.slice(before.lastIndexOf('\n') + 1))) return true;
  let end = i;
  while (end > 0 && i - end < 4 && ' |｜丨/：:'.includes(text[end - 1]!)) end--;
  return (
    (/[（(【]?文[/／][^】）)\n]{0,12}$/.test(text.slice(Math.max(0, i - 16), i)) && end < i) ||
    CREDITS.endingAt(text, end) !== undefined ||
    (end < i && '文图摄'.includes(text[end - 1] ?? '\n'))
  );
}
/** 张三（某市委书记、市长）: offices in brackets behind the name. */
export function bracketedOffices(after: string): string[] {
  const inside = /^[（(]([^（）()\n]{2,24})[）)]/.exec(after)?.[1];
  if (inside === undefined || CREDITS.endingAt(inside, inside.length) !== undefined) return [];
  return inside.split(/[、，,]/).filter((part) => TITLES.endingAt(part, part.length) !== undefined);
}
export const GIVEN_NAME_LIKE = /^(?:博士后|教授级)/;

/** Clause start for offices, but a bracket that closes before the title is read through: 公司（简称…）副董事长. */
export function bracketed(text: string, clause: number, start: number, floor: number): number {
  const before = text[clause - 1];
  if (before !== '）' && before !== ')') return clause;
  const window = Math.max(0, clause - 60);
  const open = window + text.slice(window, clause - 1).lastIndexOf(before === '）' ? '（' : '(');
  return open >= window && open > floor && start - open < 60 ? Math.max(floor, clauseStart(text, open, 60)) : clause;
}
