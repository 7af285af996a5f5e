import type { LabelDocument } from '../document.ts';
import { anniversaryYear } from './anniversaries.ts';
import { electionYear } from './elections.ts';
import type { DateMention } from './find-dates.ts';
import { termYears } from './office-terms.ts';
import { latestYear, weekdayFits } from './weekdays.ts';
import { yearly } from './yearly.ts';

export interface YearFound {
  year: number;
  evidence: string;
}

/**
 * The year an article speaks from: its date of publication, a full date of the same day in the text, an anniversary or session by
 * number, the latest year it looks back on with a month, an election won, or the only year in which the officials it names all held
 * their offices, the programmes it names were there and the weekdays it prints fit.
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
  if (dates.length === 0) return undefined;
  const text = document.full;
  const lone = new Set(
    dates
      .filter((date) => date.year === undefined && date.day !== undefined)
      .map((date) => `${date.month}-${date.day}`),
  );
  const full = dates.filter((date) => date.year !== undefined && date.day !== undefined);
  const same = full.find((date) => lone.has(`${date.month}-${date.day}`) || lone.has(`${date.month}-${date.day! - 1}`));
  if (same) return { year: same.year!, evidence: `${text.slice(same.start, same.end)} in the text` };
  const terms = termYears(officials);
  const past = lookedBackOn(text, dates);
  const told = yearly(text) ?? anniversaryYear(text);
  if (told && told.year >= (past ?? 0) && (terms === undefined || terms.years.includes(told.year))) return told;
  const weekday = weekdayFits(text);
  if (
    past !== undefined &&
    (terms === undefined || terms.years.includes(past)) &&
    (weekday === undefined || weekday(past))
  )
    return { year: past, evidence: `latest year it dates by month: ${past}` };
  const months = dates.flatMap((date) =>
    date.year === undefined && date.month !== undefined && (date.shift ?? 0) === 0 ? [date.month] : [],
  );
  const people = officials.map(({ name }) => name);
  const election = electionYear(text, people, months);
  if (election) return election;
  if (terms === undefined) {
    // weekdays alone: of five years one fits at most
    const latest = weekday === undefined ? undefined : latestYear(text);
    if (weekday === undefined || latest === undefined) return undefined;
    for (let year = latest; year < latest + 3; year++)
      if (weekday(year)) return { year, evidence: `weekdays of ${year}, the text knows ${latest}` };
    return undefined;
  }
  const fits = terms.years.filter(
    (year) =>
      year >= (notBefore?.year ?? 0) &&
      months.every((month) => terms.holds(year, month)) &&
      (weekday === undefined || weekday(year)),
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

/** The latest year that comes with a month, where the text looks back on it. */
function lookedBackOn(text: string, dates: readonly DateMention[]): number | undefined {
  const years = dates
    .filter(
      (date) =>
        date.year !== undefined &&
        date.month !== undefined &&
        !/^(?:以来|起|至今|前|之前|底前)/.test(text.slice(date.end, date.end + 3)) &&
        !/(?:到|至|自|从|截至|早在|于)$/.test(text.slice(Math.max(0, date.start - 2), date.start)),
    )
    .map((date) => date.year!);
  return years.length === 0 ? undefined : Math.max(...years);
}
