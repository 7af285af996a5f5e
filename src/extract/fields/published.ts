import { attr } from '../../kit/html/tree.ts';
import { EDGE, isLinked } from '../head/page-lines.ts';
import { findDates } from './find-dates.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { readPageTime, type PageTime as Time } from './page-time.ts';
import { fromState } from './state-date.ts';
import { headerZone, tailZone } from './zones.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'article:published:time',
  'og:published_time',
  'datepublished',
  'news:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'publish_date',
  'published_at',
  'publication_date',
  'publishdate',
  'pubdate',
  'weibo: article:create_at',
  'weibo:article:create_at',
  'og:time',
  'og:release_date',
  'apub:time',
  'pub_date',
  'article.published',
  'article_date_original',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'date.available',
  'originalpublicationdate',
  'displaydate',
  'citation_publication_date',
  'last-modified-date',
  'date',
];
const UPDATED_META = [
  'article:modified_time',
  'article:modified:time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dateupdate',
  'weibo: article:update_at',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'revised',
];
const LABEL = /(发布|发表|时间|日期|published|posted|veröffentlicht|publié|publicado|pubblicato|datum|date|stand)/i;
/** 成文日期 is when a document was written, 实施日期 when it takes effect. */
const NOT_PUBLISHED = /成文|实施|生效|施行|截止|有效期|废止|生成日期|起始/u;
const TABLE_LABEL = /(?:发布|公开|发文|印发)(?:日期|时间)/u;
const UPDATED_WORD =
  /更新|修改|updated|modified|aktualisiert|actualizado|aggiornato|mis à jour|modifié|bijgewerkt|oppdatert|uppdaterad/i;

/** When it was published and last changed. Chinese pages: the printed time leads; elsewhere JSON-LD and meta, then what is printed. */
export function readTimes(facts: PageFacts): { published?: Found; updated?: Found } {
  const machine = machineTimes(facts, PUBLISHED_META, 'published');
  const printed = printedTimes(facts);
  const published = facts.chinese
    ? chinese(machine, printed.published)
    : ((machine[0] && refine(machine)) ?? printed.published);
  const updated = machineTimes(facts, UPDATED_META, 'modified')[0] ?? printed.updated;
  const out: { published?: Found; updated?: Found } = {};
  const first = published ?? fromScript(facts) ?? fromState(facts) ?? fromAddress(facts);
  if (first) out.published = { value: first.value, from: first.from };
  if (updated && (!first || updated.at > first.at)) out.updated = { value: updated.value, from: updated.from };
  return out;
}

/** A day alone gives way to a time of the same day from a later place. */
function refine(machine: Time[]): Time | undefined {
  const first = machine[0];
  if (!first || first.timed) return first;
  return machine.find((one) => one.timed && one.value.slice(0, 10) === first.value) ?? first;
}

function chinese(machine: Time[], printed: Time | undefined): Time | undefined {
  if (!printed) return refine(machine);
  const same = (a: Time, length: number): boolean => a.value.slice(0, length) === printed.value.slice(0, length);
  if (printed.timed) return machine.find((one) => one.timed && same(one, 16)) ?? printed;
  return machine.find((one) => one.timed && same(one, 10)) ?? printed;
}

function machineTimes(facts: PageFacts, names: readonly string[], kind: 'published' | 'modified'): Time[] {
  const { head } = facts;
  const out: Time[] = [];
  const add = (text: string | undefined, from: string) => {
    const time = text === undefined ? undefined : readPageTime(facts, text, from);
    if (time) out.push(time);
  };
  for (const article of head.jsonLd)
    if (/article|posting|report|review/i.test(article.type)) add(article[kind], 'json-ld');
  for (const name of names) add(head.meta.get(name)?.[0], `meta:${name}`);
  for (const article of head.jsonLd)
    if (!/article|posting|report|review/i.test(article.type)) add(article[kind], 'json-ld');
  return out;
}

/** Dates a reader sees around the headline, else with a label at the end of the text. */
function printedTimes(facts: PageFacts): { published?: Time; updated?: Time } {
  const { page, lines } = facts;
  const zone = headerZone(facts);
  const anchor = facts.headline ?? zone.from;
  const found: { time: Time; rank: number; updated: boolean }[] = [];
  const first = lines[zone.from]?.at ?? 0;
  const last = lines[zone.to]?.at ?? page.nodes.length;
  for (let i = first; i < last; i++) {
    const node = page.nodes[i]!;
    if (node.tag !== 'time' && !/datepublished|datemodified/i.test(attr(node.element, 'itemprop') ?? '')) continue;
    const text = attr(node.element, 'datetime') ?? attr(node.element, 'content');
    const time = text === undefined ? undefined : readPageTime(facts, text, 'visible:time');
    if (time)
      found.push({
        time,
        rank: found.length * 0.1,
        updated: /datemodified|update/i.test(`${attr(node.element, 'itemprop') ?? ''} ${node.name}`),
      });
  }
  // a hero headline stands far above its text: the lines right above the body count too
  const rows: number[] = [];
  for (let i = zone.from; i < zone.to; i++) rows.push(i);
  const bodyFrom = facts.body?.from ?? 0;
  // the table of a government document stands above its headline
  for (let i = Math.max(0, anchor - 24); i < zone.from; i++) if (TABLE_LABEL.test(labelBefore(lines, i))) rows.push(i);
  for (let i = Math.max(zone.to, bodyFrom - 6); i < Math.min(bodyFrom + 2, lines.length); i++) rows.push(i);
  for (const i of rows) {
    const line = lines[i]!;
    if (line.text.length > (facts.chinese ? 80 : 160) || isLinked(line)) continue;
    let text = line.parts.replaceAll(EDGE, ' ').replace(/\s+/g, ' ');
    // 2019 / 09/07 / 19:02 in boxes of their own
    if (/^(19|20)\d\d$/.test(line.text))
      text = [line.text, lines[i + 1]?.text ?? '', lines[i + 2]?.text ?? '']
        .join(' ')
        .replace(/^(\d{4}) (\d)/, '$1/$2');
    if (facts.chinese) text = withYear(facts, text);
    for (const date of findDates(text)) {
      const time = readPageTime(facts, date, 'visible:near headline');
      if (!time) continue;
      const before =
        (text.startsWith(date) ? labelBefore(lines, i) : '') + text.slice(0, text.indexOf(date)).slice(-30);
      if (NOT_PUBLISHED.test(before)) continue;
      // a day in the middle of a sentence or caption is not the page's own
      if (!time.timed && line.text.length > 40 && !LABEL.test(before) && (facts.chinese || before.length > 12))
        continue;
      const label = TABLE_LABEL.test(before) ? -8 : LABEL.test(before) ? -2 : 0;
      found.push({
        time,
        rank:
          Math.abs(i - anchor) + (i < anchor ? 6 : 0) + label + (time.timed ? -1 : 0) + (line.text.length > 60 ? 4 : 0),
        updated: UPDATED_WORD.test(before),
      });
    }
  }
  if (found.length === 0) {
    const tail = tailZone(facts, 3, 15);
    for (let i = tail.from; i < tail.to; i++) {
      const text = lines[i]!.text;
      if (
        text.length > 120 ||
        !/(时间|日期|发布于|发表于)\s?[:：]|^(datum|date|published|veröffentlicht)\b/i.test(text)
      )
        continue;
      const date = findDates(text)[0];
      const time = date === undefined ? undefined : readPageTime(facts, date, 'visible:end');
      if (time) found.push({ time, rank: i, updated: UPDATED_WORD.test(text) });
    }
  }
  const best = (updated: boolean): Time | undefined =>
    found.filter((one) => one.updated === updated).sort((a, b) => a.rank - b.rank)[0]?.time;
  const out: { published?: Time; updated?: Time } = {};
  const published = best(false) ?? best(true);
  const updated = best(true);
  if (published) out.published = published;
  if (updated) out.updated = updated;
  return out;
}

/** The label a table keeps in the cell before. */
const labelBefore = (lines: { text: string }[], i: number): string => {
  const text = lines[i - 1]?.text ?? '';
  return text.length <= 10 && /[:：]$|日期$|时间$/u.test(text) ? text : '';
};

/** 发布时间：09-30 22:46 gets its year from what the page tells machines of the same day; else it stays unread. */
function withYear(facts: PageFacts, text: string): string {
  const match = /(?<![\d/.-])(\d{2})[-月](\d{2})日?\s{1,3}(\d{1,2}:\d{2})/u.exec(text);
  if (!match || /(?:19|20)\d\d/.test(text)) return text;
  for (const name of [...PUBLISHED_META, ...UPDATED_META]) {
    const value = facts.head.meta.get(name)?.[0];
    const time = value === undefined ? undefined : readPageTime(facts, value, name);
    if (time && time.value.slice(5, 10) === `${match[1]}-${match[2]}`)
      return text.replace(match[0], `${time.value.slice(0, 10)} ${match[3]}`);
  }
  return text;
}

const STAMP =
  /\b(?:ct|publish_?time|createTime|oriCreateTime|pubtime)["']?\s?[=:]\s?["']?(1[0-9]{9})(?:\d{3})?["']?\s?[;,}]/i;

/** var ct = "1659274469": Chinese account pages print their time by script only. */
function fromScript(facts: PageFacts): Time | undefined {
  if (!facts.chinese) return undefined;
  for (const { tag, element } of facts.page.nodes) {
    const first = tag === 'script' ? element.childNodes[0] : undefined;
    if (!first || !('value' in first) || first.value.length > 300_000) continue;
    const stamp = STAMP.exec(first.value)?.[1];
    if (stamp !== undefined) return readPageTime(facts, stamp, 'script');
  }
  return undefined;
}

/** /2024/05/13/, /2024-05/13/, t20240513_: a day in the address. */
function fromAddress(facts: PageFacts): Time | undefined {
  const path = facts.page.url?.replace(/^https?:\/\/[^/]*/, '').split('?')[0] ?? '';
  const match = /(?<!\d)(20[0-3]\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  return match ? readPageTime(facts, `${match[1]}-${match[2]}-${match[3]}`, 'address') : undefined;
}
