import { isHan } from '../../kit/zh.ts';
import { clauseStart } from '../boundary.ts';
import { bracketed, bracketedOffices, GIVEN_NAME_LIKE } from './around-names.ts';
import type { PersonHit } from './person-hit.ts';
import { followAt } from './read-name.ts';
import { officesBefore } from './read-offices.ts';
import { SHARED, TITLES, TITLES_AFTER } from './titles.ts';

/** Offices before, in “” right before, behind, in brackets behind, or shared with the name before in a list. */
export function officesAround(
  text: string,
  start: number,
  end: number,
  titled: boolean,
  least: number,
  last: PersonHit | undefined,
): { offices: string[]; officeStart?: number } {
  const floor = Math.max(least, clauseStart(text, start, 90), 0);
  let offices: string[] = [];
  let officeStart: number | undefined;
  const found =
    titled || TITLES.endingAt(text, start) !== undefined
      ? officesBefore(text, start, bracketed(text, floor, start, least))
      : undefined;
  if (found) {
    offices = found.offices;
    officeStart = found.start;
  }
  const honour = /“([^“”]{1,5}[王侠人家后手帝女哥姐星神匠师爷妈嫂婆公主娘])”$/.exec(
    text.slice(Math.max(0, start - 10), start),
  );
  if (honour) offices.push(honour[1]!);
  const after = TITLES_AFTER.at(text, end);
  // 古特雷斯|发言人迪雅里克: the office of who is named behind it
  const next =
    after !== undefined &&
    /^(?:发言人|夫人|特使|女儿|儿子)$/.test(after.value) &&
    isHan(text.charCodeAt(after.end)) &&
    followAt(text, after.end) === 0;
  if (after && !next && !/^(?:一行|一家|夫妇)$/.test(after.value) && !GIVEN_NAME_LIKE.test(text.slice(end, end + 4)))
    offices.push(after.value);
  offices.push(...bracketedOffices(text.slice(end, end + 30)));
  if (offices.length === 0 && last && last.end + 1 === start && '、和'.includes(text[last.end]!)) {
    const shared = last.offices[last.offices.length - 1];
    if (shared !== undefined && SHARED.test(shared)) offices = [shared];
  }
  return { offices, ...(officeStart === undefined ? {} : { officeStart }) };
}
