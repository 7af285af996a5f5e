import { absoluteUrl, canonicalUrl, hostOf } from '../../kit/url.ts';
import { metaOf } from '../head/read-head.ts';
import { foldText } from './fold-text.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { cutSite, siteNames } from './site-names.ts';
import { plain } from './title.ts';

/** Who published it: JSON-LD's publisher, og:site_name, the part of the title tag that names the site. */
export function readOutlet(facts: PageFacts): Found | undefined {
  const ld = facts.head.jsonLd.find(
    (one) => one.publisher !== undefined && /article|posting|report/i.test(one.type),
  )?.publisher;
  const meta = metaOf(facts.head, [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'publisher',
  ]);
  const ok = (value: string): boolean => value.length <= 60 && !/^https?:|^@|\{/.test(value);
  if (meta && meta.from === 'meta:og:site_name' && ok(meta.value))
    return { value: nameOf(facts, meta.value), from: meta.from };
  if (ld !== undefined && ok(ld)) return { value: nameOf(facts, ld), from: 'json-ld' };
  if (meta && ok(meta.value)) return { value: nameOf(facts, meta.value), from: meta.from };
  const tag = facts.head.titleTag;
  if (tag === undefined) return undefined;
  const kept = cutSite(tag, siteNames(facts));
  const parts = tag.startsWith(kept)
    ? tag
        .slice(kept.length)
        .split(/[_|｜–—-]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
  const rest = parts.findLast((part) => !DOMAIN.test(part)) ?? parts.at(-1);
  return rest !== undefined && rest.length >= 2 && rest.length <= 30 ? { value: rest, from: 'title' } : undefined;
}

/** Without the words of praise some sites put behind their name: the part that their host has, else the first. */
function nameOf(facts: PageFacts, value: string): string {
  const name = plain(value);
  const parts = name
    .split(/\s*[|｜]\s*|\s+[–—-]+(?:\s+|$)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const host = foldText(hostOf(facts.head.canonical ?? facts.page.url ?? ''));
  return parts.find((part) => parts.length > 1 && part.length > 2 && host.includes(foldText(part))) ?? parts[0] ?? name;
}

/** Beside the site's name its host says nothing. */
const DOMAIN = /^[\w-]+(?:\.[\w-]+)+$/;

/** Canonical address: link, og:url, JSON-LD, the page's own; one of another host counts only when it is no front page. */
export function readCanonical(facts: PageFacts): Found | undefined {
  const { head, page } = facts;
  const options: [string | undefined, string][] = [
    [head.canonical, 'link:canonical'],
    [head.meta.get('og:url')?.[0], 'meta:og:url'],
    [head.jsonLd.find((one) => one.url !== undefined && /article|posting/i.test(one.type))?.url, 'json-ld'],
    [page.url, 'address'],
  ];
  for (const [address, from] of options) {
    const url = address === undefined ? undefined : absoluteUrl(address, page.url);
    if (url === undefined) continue;
    // a front page named as canonical would merge all articles of a site
    if (from !== 'address' && isFront(url) && page.url !== undefined && !isFront(page.url)) continue;
    return { value: canonicalUrl(url), from };
  }
  return undefined;
}

const isFront = (url: string): boolean => hostOf(url) !== '' && /^https?:\/\/[^/]+\/?(?:index\.\w+)?$/.test(url);

const TAG = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/** BCP 47: html lang, meta, JSON-LD; Chinese text without a tag is zh, and text that is plainly Chinese overrules a wrong `en`. */
export function readLanguage(facts: PageFacts): Found | undefined {
  const { head, chinese } = facts;
  const options: [string | undefined, string][] = [
    [head.lang, 'html:lang'],
    [head.meta.get('content-language')?.[0], 'meta:content-language'],
    [head.jsonLd.find((one) => one.language !== undefined)?.language, 'json-ld'],
    [head.meta.get('og:locale')?.[0], 'meta:og:locale'],
  ];
  for (const [raw, from] of options) {
    const tag = raw
      ?.trim()
      .replaceAll('_', '-')
      .replace(/^cn$/i, 'zh-CN')
      .replace(/^in(?=-|$)/i, 'id')
      .replace(/^iw(?=-|$)/i, 'he')
      .replace(/^zh-cmn/i, 'zh');
    if (tag === undefined || !TAG.test(tag)) continue;
    if (chinese && !/^zh/i.test(tag)) continue;
    return {
      value: tag.replace(/^[a-z]+/i, (m) => m.toLowerCase()).replace(/-([a-z]{2})$/i, (m) => m.toUpperCase()),
      from,
    };
  }
  if (chinese) return { value: 'zh', from: 'text' };
  const script = scriptOf(facts);
  return script === undefined ? undefined : { value: script, from: 'text' };
}

/** ja or ko by kana and hangul in the body's lines; other languages need their tag. */
function scriptOf(facts: PageFacts): string | undefined {
  const { body, lines } = facts;
  let text = '';
  for (let i = body?.from ?? 0; i < (body?.to ?? lines.length) && text.length < 3000; i++) text += lines[i]!.text;
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const hangul = text.match(/[\uac00-\ud7af]/g)?.length ?? 0;
  if (hangul > text.length * 0.3) return 'ko';
  return kana > text.length * 0.15 ? 'ja' : undefined;
}

/** Where the site files it: meta, JSON-LD, the last but one of the trail of links above the headline. */
export function readSection(facts: PageFacts): Found | undefined {
  const meta = metaOf(facts.head, [
    'article:section',
    'og:article:section',
    'parsely-section',
    'cxenseparse:section',
    'category',
  ]);
  const ld = facts.head.jsonLd.find((one) => one.section !== undefined)?.section;
  for (const one of [ld === undefined ? undefined : { value: ld, from: 'json-ld' }, meta]) {
    const value =
      one &&
      plain(one.value)
        .split(/[,，;|]/u)[0]!
        .trim();
    if (one && value && value.length <= 40 && !value.includes('_') && !DOMAIN.test(value))
      return { value, from: one.from };
  }
  const { headline, lines } = facts;
  if (headline === undefined) return undefined;
  for (let i = Math.max(0, headline - 5); i < headline; i++) {
    const { text } = lines[i]!;
    if (text.length > 60 || !/[>»›＞]/.test(text) || !/正文|详情|首页|home/i.test(text)) continue;
    const steps = text
      .replace(/[>»›＞]\s*(?:正文|详情).*$/u, '')
      .split(/[>»›＞\s]+/u)
      .map((step) => step.replace(/^(当前位置|现在位置|您的位置|您所在的位置|所在位置)\s?[:：]?/u, '').trim())
      .filter((step) => step !== '' && !/^(正文|详情|首页|home|网站首页|返回)$/i.test(step));
    const section = steps[steps.length - 1];
    if (section && section.length >= 2 && section.length <= 12) return { value: section, from: 'visible:trail' };
  }
  return undefined;
}

/** Some sites give the headline for keywords. */
const isTitle = (raw: readonly string[], title: string | undefined): boolean =>
  title !== undefined && foldText(raw.join(' ')).includes(foldText(title));

/** What only the site's machines understand: `_prio_3`, `/article`, `Category: Life`, hashes. */
const NO_KEYWORD = /^[_/]|^[a-z][\w -]{1,20}: ?\S|^[\da-f]{8}-[\da-f-]{20,}$|^\w+(?:\.\w+)*\.(?:com|org|net)$/i;

/** Keywords of meta and JSON-LD, cleaned of the headline, the site and repeats; at most 20. */
export function readKeywords(facts: PageFacts, title: string | undefined): Found<string[]> | undefined {
  const sites = siteNames(facts);
  const { head } = facts;
  const options: [readonly string[] | undefined, string][] = [
    [head.meta.get('article:tag'), 'meta:article:tag'],
    [head.meta.get('news_keywords'), 'meta:news_keywords'],
    [head.jsonLd.find((one) => one.keywords.length > 0)?.keywords, 'json-ld'],
    [head.meta.get('keywords'), 'meta:keywords'],
  ];
  for (const [raw, from] of options) {
    if (!raw || isTitle(raw, title)) continue;
    const words: string[] = [];
    for (const word of raw.flatMap((one) => one.split(facts.chinese ? /[,，;；、|\s]+/u : /[,，;；、|]+/u))) {
      const clean = plain(word);
      if (
        clean === '' ||
        NO_KEYWORD.test(clean) ||
        clean.length > 40 ||
        clean === title ||
        sites.has(clean.toLowerCase()) ||
        words.includes(clean)
      )
        continue;
      words.push(clean);
      if (words.length === 20) break;
    }
    if (words.length > 0) return { value: words, from };
  }
  return undefined;
}
