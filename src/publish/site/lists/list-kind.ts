import { headRange, lastPage, newerPage, type Paging, pageRange, touchedPages } from '../../list-pages.ts';
import { html, type Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import type { PageKind } from '../../page-kind.ts';
import { frame } from '../frame.ts';
import { headlines } from '../head-line.ts';
import { coverageStrip } from './coverage-strip.ts';
import { listView } from './list-view.ts';

export interface ListKindOptions {
  name: string;
  /** keys of lists of this kind begin with it; the list `all` is its own prefix */
  prefix: string;
  paging: Paging;
  /** address of the head, with leading and trailing slash */
  address(list: string): string;
  owns: RegExp;
  /** a list with fewer members has no page; 1 unless said */
  least?: number;
  describe(list: string, context: PageContext): Promise<ListDescription | undefined> | ListDescription;
}

export interface ListDescription {
  title: string;
  /** small word above the title */
  kicker?: string;
  intro?: Raw;
  section?: string;
  /** whether the list has feeds of its own */
  feeds?: boolean;
  /** one feed, in Atom */
  atomOnly?: boolean;
  strip?: boolean;
}

/** Head and numbered pages of every list with a prefix. Keys: the list's key, and `<list>#<page>`. */
export function listKind(options: ListKindOptions): PageKind {
  const { paging, least = 1 } = options;
  return {
    name: options.name,
    rank: 1,
    owns: options.owns,
    keysFor({ positions }) {
      const keys: string[] = [];
      for (const { key, seq, count } of positions) {
        if (!belongs(key, options.prefix) || count < least) continue;
        if (seq >= headRange(count, paging).from) keys.push(key);
        for (const page of touchedPages(seq, count, paging)) keys.push(`${key}#${page}`);
      }
      return keys;
    },
    async *all(context) {
      const lists = await context.archive.lists(options.prefix);
      for (const list of lists) {
        if (!belongs(list.key, options.prefix) || list.count < least) continue;
        const pages = lastPage(list.count, paging);
        for (let page = 1; page <= pages; page++) yield `${list.key}#${page}`;
        yield list.key;
      }
    },
    path(key) {
      const { list, page } = readKey(key);
      return `${options.address(list).slice(1)}${page === undefined ? '' : `p/${page}/`}index.html`;
    },
    async render(key, context) {
      const { list, page } = readKey(key);
      if ((await context.count(list)) < least) return undefined;
      const described = await options.describe(list, context);
      if (!described) return undefined;
      const count = await context.count(list);
      const head = headRange(count, paging);
      const { from, to } = page === undefined ? head : pageRange(page, paging);
      const heads = await context.heads(list, from, to);
      const address = options.address(list);
      const link = (n: number): string => context.href(`${address}p/${n}/`);
      const { words } = context;
      const following = page === undefined ? undefined : newerPage(page, count, paging);
      const newer = page === undefined ? undefined : following ? link(following) : context.href(address);
      const olderPage = page === undefined ? head.older : page - 1;
      const title = page === undefined ? described.title : `${described.title} ${words.page(page)}`;
      return frame(
        {
          kind: `list ${options.name}`,
          title,
          path: page === undefined ? address : `${address}p/${page}/`,
          description: headlines(heads.toReversed()),
          ...(described.section === undefined ? {} : { section: described.section }),
          ...(described.feeds || described.atomOnly
            ? { feeds: [{ path: address, title: described.title, ...(described.atomOnly ? { atomOnly: true } : {}) }] }
            : {}),
          main: html`<div class="wrap">
<header class="page-head">${described.kicker && html`<p class="kicker">${described.kicker}</p>`}<h1><bdi>${described.title}</bdi></h1>
${page !== undefined && html`<p class="sub">${words.page(page)}</p>`}${described.intro}${described.strip && page === undefined && coverageStrip(heads, context)}</header>
${listView(heads, context)}
${
  (newer !== undefined || olderPage >= 1) &&
  html`<nav class="pages" aria-label="${words.archive}">${newer && html`<a rel="next" href="${newer}">${words.newer}</a>`}${
    olderPage >= 1 && html`<a rel="prev" href="${link(olderPage)}">${words.older}</a>`
  }</nav>`
}
</div>`,
        },
        context,
      );
    },
  };
}

const belongs = (key: string, prefix: string): boolean =>
  prefix.endsWith(':') ? key.startsWith(prefix) : key === prefix;

function readKey(key: string): { list: string; page: number | undefined } {
  const at = key.lastIndexOf('#');
  const page = at < 0 ? Number.NaN : Number(key.slice(at + 1));
  return Number.isInteger(page) ? { list: key.slice(0, at), page } : { list: key, page: undefined };
}
