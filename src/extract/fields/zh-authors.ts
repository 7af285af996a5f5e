import { isLinked } from '../head/page-lines.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { readLabels } from './zh-labels.ts';
import { isPersonName, readNames } from './zh-names.ts';
import { headerZone, tailZone } from './zones.ts';

/** A whole line of a byline: 本报记者 王乐文 方 敏. */
const BYLINE =
  /^[\s\u0001（(【[■□▲●]{0,4}([\u3400-\u9fffA-Za-z·|｜丨\s\u0001-]{0,24}?(?:记者|通讯员|评论员|撰稿人|特派员|采写)[\s\u0001:：/｜|丨]{0,3}[\u3400-\u9fff·、，,\s\u0001]{2,60})[）)】\]\s\u0001]{0,3}$/u;
/** （记者唐霁）, (记者 岳品瑜 董晗萱), 电（刘艺、杨吉）: at the start of the text. */
const INLINE = /[（(]\s?((?:[\u3400-\u9fff]{0,8}?(?:记者|通讯员|特派员)[\s:：]?)[\u3400-\u9fff·、，,\s]{2,60})[）)]/u;
const AFTER_DATELINE = /^.{4,30}?[电讯]\s?[（(]([\u3400-\u9fff·、，,\s]{2,40})[）)]/u;
const OPENING =
  /^.{0,30}?(?:[电讯]|消息)\s{1,3}((?:[\u3400-\u9fff]{0,6}?(?:记者|通讯员))\s?[\u3400-\u9fff·、\s]{2,30}?)\s{0,2}(?:报道|摄影报道)/u;
/** (文/图 刘玺东 易赛楠) at the end of the last paragraph. */
const CLOSING =
  /[（(【]\s?((?:文|文\/图|图\/文|图文|文图|作者|记者|[\u3400-\u9fff]{0,8}(?:记者|通讯员|评论员))[\s:：/｜|丨]{0,3}[\u3400-\u9fff·、，,\s]{2,50})\s?[）)】]$/u;
/** …掌声。（林青 贺小满）: nothing but names behind the last sentence. */
const SIGNED = /[。！？”…]\s?[（(]([\u3400-\u9fff·、，\s]{2,20})[）)]$/u;
const PICTURE = /(摄|图|供图|摄影|制图|视频|截图)[）)\s]{0,3}$/u;

/** Names in Chinese bylines: labels and byline lines near the headline, the opening, then the end of the text. */
export function readZhAuthors(facts: PageFacts): Found<string[]> | undefined {
  return inHeader(facts) ?? inOpening(facts) ?? inTail(facts);
}

function inHeader(facts: PageFacts): Found<string[]> | undefined {
  const zone = headerZone(facts);
  const start = facts.headline ?? zone.from;
  for (let i = start; i < zone.to; i++) {
    const line = facts.lines[i]!;
    if (i === facts.headline || line.text.length > 100 || isLinked(line) || PICTURE.test(line.text)) continue;
    const found = fromLabels(line.parts) ?? fromByline(line.parts);
    if (found) return found;
    const stroke = /^([\u3400-\u9fff·、\s]{2,20})[/／][\u3400-\u9fffA-Za-z]{2,16}$/u.exec(line.text);
    const names = stroke ? readNames(stroke[1]!, false) : [];
    if (names.length > 0) return { value: names, from: 'visible:byline' };
  }
  return undefined;
}

function inOpening(facts: PageFacts): Found<string[]> | undefined {
  const from = Math.max(facts.body?.from ?? 0, facts.headline ?? 0);
  for (let i = from; i < Math.min(facts.lines.length, from + 14); i++) {
    const { text } = facts.lines[i]!;
    if (text.length < 30 || PICTURE.test(text)) continue;
    const names = openingNames(text);
    if (names.length > 0) return { value: names, from: 'visible:opening' };
  }
  return undefined;
}

/** Names in the opening of a paragraph: 新华社北京11月2日电（记者张三）. */
export function openingNames(paragraph: string): string[] {
  const head = paragraph.slice(0, 140);
  const match = INLINE.exec(head) ?? AFTER_DATELINE.exec(head) ?? OPENING.exec(head);
  return match ? readNames(match[1]!, false) : [];
}

function inTail(facts: PageFacts): Found<string[]> | undefined {
  const zone = tailZone(facts, 6, 8);
  for (let i = zone.to - 1; i >= zone.from; i--) {
    const line = facts.lines[i]!;
    if (line.text.length < 90 && !isLinked(line) && !PICTURE.test(line.text)) {
      const found = fromLabels(line.parts) ?? fromByline(line.parts);
      if (found) return found;
    }
    if (i >= (facts.body?.to ?? zone.to)) continue;
    const closing = CLOSING.exec(line.text.slice(-80));
    const names = closing ? readNames(closing[1]!.replace(/^(文\/图|图\/文|图文|文图|文|作者)/u, ''), false) : [];
    if (names.length > 0) return { value: names, from: 'visible:closing' };
  }
  return signed(facts);
}

function signed({ lines, body }: PageFacts): Found<string[]> | undefined {
  for (let i = (body?.to ?? 0) - 1; body && i >= Math.max(body.from, body.to - 3); i--) {
    const words =
      SIGNED.exec(lines[i]!.text.slice(-30))?.[1]
        ?.trim()
        .split(/[、，\s]+/u) ?? [];
    if (PICTURE.test(lines[i]!.text)) continue;
    if (words.length > 0 && words.every((word) => word.length > 1 && isPersonName(word)))
      return { value: words, from: 'visible:closing' };
  }
  return undefined;
}

function fromLabels(parts: string): Found<string[]> | undefined {
  const names: string[] = [];
  let from = '';
  for (const label of readLabels(parts)) {
    if (label.kind !== 'author' && label.kind !== 'reporter') continue;
    for (const name of readNames(
      label.parts,
      label.kind === 'author' && label.label !== '文' && label.label !== '文字',
    ))
      if (!names.includes(name)) names.push(name);
    from ||= `visible:${label.label}`;
  }
  return names.length > 0 ? { value: names, from } : undefined;
}

function fromByline(parts: string): Found<string[]> | undefined {
  const match = BYLINE.exec(parts);
  if (!match) return undefined;
  const names = readNames(match[1]!, false).filter(isPersonName);
  return names.length > 0 ? { value: names, from: 'visible:byline' } : undefined;
}
