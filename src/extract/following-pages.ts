import { attr, textContent } from '../kit/html/tree.ts';
import { absoluteUrl } from '../kit/url.ts';
import type { PageTree } from './page-tree.ts';

const NEXT = /^(下一页|下一頁|下页|next( page)?|次へ|次のページ|다음)\s*[>»›]*$/i;
const MOST = 30;
/** Characters of a number or a word for the next page. */
const LONGEST = 12;

/**
 * Addresses of the other pages of a paginated article, in order, without this one: links by number or to the next page whose address is
 * this one's with a page number more (`_2.html`, `/2`, `?page=2`). Some systems count from nought: their page 2 is `_1.html`.
 */
export function followingPages(page: PageTree, base: string | undefined): string[] {
  if (base === undefined) return [];
  const plain = withoutHash(base);
  const own = numbered(plain);
  const found = new Map<number, string>();
  for (const node of page.nodes) {
    if (node.tag !== 'a' || node.textLength > LONGEST + 2) continue;
    const text = textContent(node.element).trim();
    if (text.length > LONGEST || (!/^\d{1,2}$/.test(text) && !NEXT.test(text))) continue;
    const href = attr(node.element, 'href');
    const url = href === undefined ? undefined : absoluteUrl(href, base);
    if (url === undefined) continue;
    const other = numbered(withoutHash(url));
    if (!other || other.page > MOST) continue;
    const follows =
      other.stem === bare(plain)
        ? other.page > 1 || (other.page === 1 && (text === '2' || NEXT.test(text)))
        : own !== undefined && other.stem === own.stem && other.page > own.page;
    if (follows && !found.has(other.page)) found.set(other.page, withoutHash(url));
  }
  return [...found].sort(([a], [b]) => a - b).map(([, url]) => url);
}

const withoutHash = (address: string): string => address.replace(/#.*$/, '');
const bare = (address: string): string => address.replace(/\/$/, '');

/** An address taken apart into its page number and what is left without it. */
function numbered(plain: string): { stem: string; page: number } | undefined {
  const query = /[?&](?:page|p|pn|pg)=(\d{1,2})(?=&|$)/i.exec(plain);
  if (query) return { stem: bare(plain.replace(query[0], '')), page: Number(query[1]) };
  const file = /^(.*)[_-](\d{1,2})(\.s?html?)$/i.exec(plain);
  if (file) return { stem: `${file[1]}${file[3]}`, page: Number(file[2]) };
  const path = /^(.*?\/[^/]*[^/\d][^/]*)\/(\d{1,2})\/?$/.exec(plain);
  return path ? { stem: path[1]!, page: Number(path[2]) } : undefined;
}
