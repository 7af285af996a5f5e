import { hostOf } from '../../kit/url.ts';
import type { Head } from '../head/read-head.ts';
import { foldText } from './fold-text.ts';
import type { PageFacts } from './page-facts.ts';

const SEPARATOR =
  /\s+[|｜ㅣ·•»–—:-]+\s+|\s*[|｜ㅣ]\s*|\s*_+\s*|(?<=[\u3400-\u9fff”》！？…])\s?-{1,2}\s?(?=[\u3400-\u9fffA-Z])|(?<=[\uac00-\ud7af])-(?=[\uac00-\ud7af])|\s[-–—]|——(?=[^—]{1,12}$)/g;
const META = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'twitter:site',
  'dc.publisher',
  'publisher',
];
const SITE_WORD = /(网|网站|新闻|频道|日报|晚报|客户端|在线|门户|头条|财经|资讯|首页|\.com|\.cn|\.net)$/i;

const remembered = new WeakMap<Head, Set<string>>();

/** Folded names a site gives itself: og:site_name, publisher, labels of its host. Found once a page. */
export function siteNames(facts: PageFacts): Set<string> {
  let names = remembered.get(facts.head);
  if (names === undefined) {
    names = findSiteNames(facts);
    remembered.set(facts.head, names);
  }
  return names;
}

function findSiteNames(facts: PageFacts): Set<string> {
  const names = new Set<string>();
  const add = (value: string | undefined) => {
    const fold = value === undefined ? '' : foldText(value);
    if (fold.length > 1) names.add(fold);
  };
  for (const key of META) for (const value of facts.head.meta.get(key) ?? []) add(value.replace(/^@|\s*\(.*$/g, ''));
  for (const article of facts.head.jsonLd) add(article.publisher);
  const host = hostOf(facts.head.canonical ?? facts.page.url ?? '').replace(/^(www|m|news|edition|amp|en|de|fr)\./, '');
  const labels = host.split('.');
  if (labels.length > 1 && host !== 'example.com') {
    add(host);
    add(labels[0]);
    add(labels[labels.length - 2]);
    add(labels.slice(-2).join(''));
  }
  return names;
}

/** Without leading or trailing parts that name the site; what looks like a part of the headline stays. */
export function cutSite(title: string, sites: Set<string>): string {
  let value = title;
  let cutBefore = false;
  for (let round = 0; round < 6; round++) {
    const cuts = [...value.matchAll(SEPARATOR)];
    const last = cuts[cuts.length - 1];
    const first = cuts[0];
    const rest = last && value.slice(last.index + last[0].length);
    if (
      last &&
      rest !== undefined &&
      last.index > 0 &&
      (isSite(rest, sites) || (cutBefore && isSection(rest, last.index)))
    ) {
      value = value.slice(0, last.index).trim();
      cutBefore = true;
    } else if (first && isSite(value.slice(0, first.index), sites) && value.length - first.index > 12)
      value = value.slice(first.index + first[0].length).trim();
    else break;
  }
  return value;
}

/** A short part left of a site name that was cut: the section of the site. */
const isSection = (part: string, before: number): boolean => {
  const length = part.trim().length;
  return /[\u3400-\u9fff\uac00-\ud7af]/.test(part)
    ? length <= 8 && before > 5
    : length <= 20 && before > 25 && !/[.!?]/.test(part) && /^\S+(\s\S+)?$/.test(part.trim());
};

function isSite(part: string, sites: Set<string>): boolean {
  const fold = foldText(part);
  if (fold === '' || sites.has(fold)) return true;
  for (const site of sites)
    if (
      site.length > 3 &&
      (fold.startsWith(site) || fold.endsWith(site) || (site.startsWith(fold) && fold.length > 3)) &&
      fold.length < site.length + 14
    )
      return true;
  return SITE_WORD.test(part.trim()) && part.trim().length <= 16 && /[\u3400-\u9fff.]/.test(part);
}
