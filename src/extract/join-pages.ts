import type { Extraction } from '../model/extraction.ts';

/** One article of several pages, in order; fields are the first page's, pictures once. A page that repeats another is left out. */
export function joinPages(pages: readonly Extraction[]): Extraction {
  const first = pages[0]!;
  const texts = new Set<string>();
  const kept = pages.filter((page) => {
    const key = page.text.replace(/\s+/g, '');
    if (key === '' || texts.has(key)) return page === first;
    texts.add(key);
    return true;
  });
  const sources = new Set<string>();
  const last = kept[kept.length - 1]!;
  return {
    ...first,
    ...(first.editor === undefined && last.editor !== undefined ? { editor: last.editor } : {}),
    pages: [],
    html: kept.map((page) => page.html).join('\n'),
    text: kept.map((page) => page.text).join('\n'),
    images: kept
      .flatMap((page) => page.images)
      .filter((picture) => !sources.has(picture.src) && sources.add(picture.src)),
    notes: kept.flatMap((page) => page.notes),
  };
}
