import { html } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import type { PageKind } from '../../page-kind.ts';
import { clip, withoutBidi } from '../../plain.ts';
import { safeSegment } from '../safe-segment.ts';
import { sectionAddress } from '../section-address.ts';
import { listKind } from './list-kind.ts';

const HEAD_OR_PAGE = '(?:p/\\d+/)?index\\.html$';

/** Sections write their growing page too: an article's "newer" link points into it. */
export const sectionPaging = { open: true };

export const sectionKind: PageKind = listKind({
  name: 'section',
  prefix: 'section:',
  paging: sectionPaging,
  owns: new RegExp(`^section/[^/]+/${HEAD_OR_PAGE}`),
  address: (list) => sectionAddress(afterColon(list)),
  describe: (list, context) => {
    const slug = afterColon(list);
    return { title: context.sectionTitle(slug), section: slug, feeds: true, strip: true };
  },
});

export const latestKind: PageKind = listKind({
  name: 'latest',
  prefix: 'all',
  paging: { open: false },
  owns: new RegExp(`^latest/${HEAD_OR_PAGE}`),
  address: () => '/latest/',
  describe: (_list, context) => ({ title: context.words.latest, strip: true }),
});

export const sourceAddress = (id: string): string => `/source/${safeSegment(id)}/`;

export const sourceKind: PageKind = listKind({
  name: 'source',
  prefix: 'source:',
  paging: { open: false },
  owns: new RegExp(`^source/[^/]+/${HEAD_OR_PAGE}`),
  address: (list) => sourceAddress(afterColon(list)),
  async describe(list, context) {
    const id = afterColon(list);
    const config = context.sources.find((source) => source.id === id);
    const home = config && homeOf(config.url);
    return {
      title: sourceTitle(id, context) ?? (await listTitle(list, context)),
      kicker: context.words.source,
      feeds: true,
      strip: true,
      ...(home === undefined
        ? {}
        : { intro: html`<p class="sub"><a rel="noopener external" href="${home}">${new URL(home).host}</a></p>` }),
    };
  },
});

export const sourceTitle = (id: string, context: PageContext): string | undefined => {
  const config = context.sources.find((source) => source.id === id);
  return config?.title ?? config?.outlet;
};

export const dayAddress = (day: string): string => `/${day.replaceAll('-', '/')}/`;

export const dayKind: PageKind = listKind({
  name: 'day',
  prefix: 'day:',
  paging: { open: false },
  owns: new RegExp(`^\\d{4}/\\d\\d/\\d\\d/${HEAD_OR_PAGE}`),
  address: (list) => dayAddress(afterColon(list)),
  describe(list, context) {
    const day = afterColon(list);
    const month = day.slice(0, 7);
    return {
      title: context.words.dayHeading(new Date(`${day}T00:00:00Z`)),
      intro: html`<p class="sub"><a href="${context.href(`/${month.replace('-', '/')}/`)}">${context.words.monthName(month.slice(0, 4), month.slice(5))}</a></p>`,
    };
  },
});

const LABEL_KINDS = new Set(['company', 'person', 'place', 'org', 'topic']);

/** A thing with one article needs neither page nor feed. */
export const LABEL_LEAST = 2;

/** `kind:id` as in list keys and labels */
export function labelAddress(kind: string, id: string): string {
  return `/label/${LABEL_KINDS.has(kind) ? kind : 'other'}/${safeSegment(id)}/`;
}

/** `label:company:SH600519` to its page. */
export function labelListAddress(list: string): string {
  const [kind = '', ...id] = afterColon(list).split(':');
  return labelAddress(kind, id.join(':'));
}

const MOST_TITLES = 5000;

/** As it was called when its first article was filed: full pages must not change with later ones. */
export async function labelListTitle(list: string, context: PageContext): Promise<string> {
  const { labelTitles } = context.memory;
  const title = labelTitles.get(list) ?? (await listTitle(list, context));
  if (labelTitles.size >= MOST_TITLES) labelTitles.clear();
  labelTitles.set(list, title);
  return title;
}

export const labelKind: PageKind = listKind({
  name: 'label',
  prefix: 'label:',
  least: LABEL_LEAST,
  paging: { open: false, size: 20 },
  owns: new RegExp(`^label/[^/]+/[^/]+/${HEAD_OR_PAGE}`),
  address: labelListAddress,
  async describe(list, context) {
    const [kind = '', ...id] = afterColon(list).split(':');
    return {
      title: await labelListTitle(list, context),
      kicker: `${context.words.label[kind] ?? kind}${kind === 'company' ? ` ${id.join(':')}` : ''}`,
      strip: true,
      atomOnly: true,
      intro: html`<p class="sub"><a href="${context.href(`/search/?label=${encodeURIComponent(labelListAddress(list).slice('/label/'.length, -1))}`)}">${context.words.searchHere}</a></p>`,
    };
  },
});

const afterColon = (list: string): string => list.slice(list.indexOf(':') + 1);

async function listTitle(list: string, context: PageContext): Promise<string> {
  const found = (await context.archive.lists(list)).find((info) => info.key === list);
  const title = withoutBidi(found?.title ?? '').trim();
  return clip(title === '' ? afterColon(list) : title, 80);
}

function homeOf(url: string): string | undefined {
  return /^https?:/.test(url) && URL.canParse(url) ? `${new URL(url).origin}/` : undefined;
}
