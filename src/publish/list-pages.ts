/** Articles on one numbered page of a list. */
export const PAGE_SIZE = 40;

/**
 * A list is shown on its head (the newest one or two pages' worth) and on pages numbered from 1, oldest first, so that
 * adding shifts nothing. A page is written once it is full; with `open` its last, growing page is written too, which
 * gives every article an address inside the list from its first day.
 */
export interface Paging {
  open: boolean;
  /** articles on a page; PAGE_SIZE unless said */
  size?: number;
}

export const lastPage = (count: number, paging: Paging): number =>
  paging.open ? Math.ceil(count / sizeOf(paging)) : Math.floor(count / sizeOf(paging));

const sizeOf = (paging: Paging): number => paging.size ?? PAGE_SIZE;

export const pageOf = (seq: number, size = PAGE_SIZE): number => Math.floor(seq / size) + 1;

/** `from <= seq < to` of page n. */
export const pageRange = (page: number, paging: Paging): { from: number; to: number } => ({
  from: (page - 1) * sizeOf(paging),
  to: page * sizeOf(paging),
});

/** What the head shows, and the newest numbered page it does not show (0 = none). */
export function headRange(count: number, paging: Paging): { from: number; to: number; older: number } {
  const older = Math.max(0, Math.ceil(count / sizeOf(paging)) - 2);
  return { from: older * sizeOf(paging), to: count, older };
}

/**
 * The page that follows this one; undefined = the head does. A page that is written once full is led to from one article later on, so
 * that no article writes both it and the one before.
 */
export function newerPage(page: number, count: number, paging: Paging): number | undefined {
  const there = page < lastPage(count, paging) && (paging.open || count > (page + 1) * sizeOf(paging));
  return there ? page + 1 : undefined;
}

/**
 * Numbered pages on which a change of the article at `seq` shows. The first of a page gives an older one its "newer" link, whatever the
 * change is called: a correction may have brought the article here.
 */
export function touchedPages(seq: number, count: number, paging: Paging): number[] {
  const size = sizeOf(paging);
  const page = pageOf(seq, size);
  const own = page <= lastPage(count, paging) ? [page] : [];
  const led = seq % size === 0 ? page - (paging.open ? 1 : 2) : 0;
  return led > 0 ? [led, ...own] : own;
}
