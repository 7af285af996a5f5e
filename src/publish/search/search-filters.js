// What a reader wants besides words. Joined behind what it imports when published; no dependency.

const dayOf = (path) => path.slice(1, 11).replaceAll('/', '-');

/**
 * `isAsked` says of a found document whether it is wanted; `isWithin` of the first and last day of some whether any may be, undefined
 * where days do not matter. Of paths one asks for the days are known too.
 */
export function filtersFor({ section = '', from = '', to = '', among }) {
  const last = to === '' ? '9999' : to;
  const isBetween = (day) => day >= from && day <= last;
  const days = among && [...new Set([...among].map(dayOf).filter(isBetween))].sort();
  const isAsked = (found) =>
    (!among || among.has(found.path)) && (section === '' || found.section === section) && isBetween(found.day);
  if (days) {
    return { section, isAsked, isWithin: ([first, end]) => days.some((day) => day >= first && day <= end) };
  }
  if (from === '' && to === '') return { section, isAsked };
  return { section, isAsked, isWithin: ([first, end]) => end >= from && first <= last };
}

/** Path, title, lead and so on of a document as it stands in its file. */
export const foundIn = ([at, title, lead, section, outlet]) => ({
  path: `/${at}/`,
  title,
  lead,
  section,
  outlet,
  day: dayOf(`/${at}`),
});
