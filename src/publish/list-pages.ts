/** Articles on one numbered page of a list. */
export const PAGE_SIZE = 40;

/**
 * A list is shown on its head (the newest one or two pages' worth) and on pages numbered from 1, oldest first, so that
 * adding shifts nothing. A page is written once it is full; with `open` its last, growing page is written too, which
 * gives every article an address inside the list from its first day.
 */
export interface Paging {
  open: boolean;
}

export const lastPage = (count: number, paging: Paging): number =>
  paging.open ? Math.ceil(count / PAGE_SIZE) : Math.floor(count / PAGE_SIZE);

export const pageOf = (seq: number): number => Math.floor(seq / PAGE_SIZE) + 1;

/** `from <= seq < to` of page n. */
export const pageRange = (page: number): { from: number; to: number } => ({
  from: (page - 1) * PAGE_SIZE,
  to: page * PAGE_SIZE,
});

/** What the head shows, and the newest numbered page it does not show (0 = none). */
export function headRange(count: number): { from: number; to: number; older: number } {
  const older = Math.max(0, Math.ceil(count / PAGE_SIZE) - 2);
  return { from: older * PAGE_SIZE, to: count, older };
}

/** Numbered pages on which a change of the article at `seq` shows; a new one may also give its neighbour a "newer" link. */
export function touchedPages(seq: number, count: number, isNew: boolean, paging: Paging): number[] {
  const page = pageOf(seq);
  if (page > lastPage(count, paging)) return [];
  const opens = isNew && (paging.open ? seq % PAGE_SIZE === 0 : seq % PAGE_SIZE === PAGE_SIZE - 1);
  return opens && page > 1 ? [page - 1, page] : [page];
}
