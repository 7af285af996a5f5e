import type { LabelDocument } from '../document.ts';
import type { DateMention } from './find-dates.ts';
import { termYears } from './office-terms.ts';

/** Annual things told by number: the year is the base plus the number. Own list. */
const ANNUAL: [RegExp, number][] = [
  [/第([0-9]{1,3})届联合国大会/g, 1945],
  [/第([0-9]{1,3})届联大/g, 1945],
  [/(?:第([0-9]{2,3})个“?八一”?建军节|建军([0-9]{2,3})周年)/g, 1927],
  [/(?:建党|中国共产党成立)([0-9]{2,3})周年/g, 1921],
  [/(?:新中国|中华人民共和国)成立([0-9]{2})周年/g, 1949],
  [/第([0-9]{2})个国庆/g, 1949],
  [/(?:内蒙古自治区成立)([0-9]{2})周年/g, 1947],
  [/香港回归(?:祖国)?([0-9]{2})周年/g, 1997],
  [/澳门回归(?:祖国)?([0-9]{2})周年/g, 1999],
  [/(?:改革开放)([0-9]{2})周年/g, 1978],
  [/抗战胜利([0-9]{2})周年/g, 1945],
  [/第([0-9]{2})个(?:全国)?教师节/g, 1984],
  [/第([0-9]{1,2})个中国农民丰收节/g, 2017],
  [/第([0-9]{1,2})个(?:中国)?“?中国医师节/g, 2017],
  [/第([0-9]{1,2})届(?:中国国际)?进(?:口)?博(?:览)?会/g, 2017],
  [/第([0-9]{2})个世界环境日/g, 1971],
  [/第([0-9]{2})个(?:世界)?地球日/g, 1969],
];
const CHINESE: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

export interface YearFound {
  year: number;
  evidence: string;
}

/**
 * The year an article speaks from: its date of publication, a full date of the same day in the text, an anniversary or session by
 * number, the latest year it looks back on with a month, or the only year in which the officials it names all held their offices
 * and the programmes it names were there.
 * Undefined where none of them is certain.
 */
export function inferYear(
  document: LabelDocument,
  dates: readonly DateMention[],
  officials: readonly { name: string; role: string }[],
  notBefore?: { year: number; name: string },
): YearFound | undefined {
  const published = /^(\d{4})-\d\d/.exec(document.published ?? '')?.[1];
  if (published !== undefined) return { year: Number(published), evidence: `published ${published}` };
  const text = document.full;
  const lone = new Set(
    dates
      .filter((date) => date.year === undefined && date.day !== undefined)
      .map((date) => `${date.month}-${date.day}`),
  );
  const full = dates.filter((date) => date.year !== undefined && date.day !== undefined);
  const same = full.find((date) => lone.has(`${date.month}-${date.day}`) || lone.has(`${date.month}-${date.day! - 1}`));
  if (same) return { year: same.year!, evidence: `${text.slice(same.start, same.end)} in the text` };
  for (const [pattern, base] of ANNUAL) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    const number = match?.slice(1).find((group) => group !== undefined);
    if (match && number !== undefined) return { year: base + Number(number), evidence: match[0] };
  }
  const congress = /十四届全国人大([一二三四五])次会议|全国政协十四届([一二三四五])次会议/.exec(text);
  if (congress) return { year: 2022 + CHINESE[congress[1] ?? congress[2] ?? '一']!, evidence: congress[0] };
  const recent = full.concat(
    dates.filter((date) => date.year !== undefined && date.month !== undefined && date.day === undefined),
  );
  const past = recent.filter(
    (date) =>
      !/^(?:以来|起|至今|前|之前|底前)/.test(text.slice(date.end, date.end + 3)) &&
      !/(?:到|至|自|从|截至|早在|于)$/.test(text.slice(Math.max(0, date.start - 2), date.start)),
  );
  const terms = termYears(officials);
  if (past.length > 0) {
    const year = Math.max(...past.map((date) => date.year!));
    if (terms === undefined || terms.years.includes(year))
      return { year, evidence: `latest year it dates by month: ${year}` };
  }
  if (terms === undefined) return undefined;
  const months = dates.filter((date) => date.year === undefined && date.month !== undefined);
  const fits = terms.years.filter(
    (year) =>
      year >= (notBefore?.year ?? 0) && (months.length === 0 || months.every((date) => terms.holds(year, date.month!))),
  );
  if (fits.length !== 1) return undefined;
  const together = `in office: ${terms.names.join(', ')}`;
  return {
    year: fits[0]!,
    evidence:
      notBefore && terms.years[0]! < notBefore.year
        ? `${together}; ${notBefore.name} since ${notBefore.year}`
        : together,
  };
}
