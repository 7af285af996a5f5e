import { EDGE, isLinked } from '../head/page-lines.ts';
import { metaOf } from '../head/read-head.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { readLabels } from './zh-labels.ts';
import { isOutletName, isPersonName } from './zh-names.ts';
import { headerZone, tailZone } from './zones.ts';

const DATE =
  /(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?[\sT]{0,3}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/gu;
const ACCOUNT_KIND = /^(?:企鹅号|百家号|头条号|大鱼号|网易号|搜狐号|澎湃号|公众号)$/u;
const UI =
  /^(举报|评论|分享|收藏|关注|订阅|字号|字体|打印|微博|微信|阅读|浏览|点赞|大|小|中|正文|首页|登录|注册|听新闻|纠错|复制链接|扫一扫|更多|返回|原创|转载|关闭|发表|北京|上海|广东|人参与|条评论|放大字体|缩小字体|手机版|企鹅号|百家号|头条号|广告|行情|新闻|视频|站内|快讯|公司|发布时间|时间|大字体|小字体)$/u;

/** 来源: a label under the headline, an outlet beside the date, a label at the end, meta. */
export function readOrigin(facts: PageFacts): Found | undefined {
  const meta = metaOf(facts.head, ['source', 'contentsource', 'article:source', 'og:source', 'mediaid']);
  if (!facts.chinese) return undefined;
  return (
    labelled(facts, headerZone(facts)) ??
    besideDate(facts) ??
    named(facts) ??
    labelled(facts, tailZone(facts)) ??
    (meta && fromMeta(meta))
  );
}

function fromMeta(meta: Found): Found | undefined {
  const value = cleanOrigin(meta.value.replace(/^来源\s?[:：]/u, '').replace(/\s*原创稿?$/u, ''));
  return value === undefined ? undefined : { value, from: meta.from };
}

function labelled(facts: PageFacts, zone: { from: number; to: number }): Found | undefined {
  for (let i = zone.from; i < zone.to; i++) {
    const line = facts.lines[i]!;
    if (
      line.text.length > 160 ||
      isLinked(line) ||
      !/来源|稿源|转自|转载自|出处|本文来自|来源於|來源|发布机构/u.test(line.text)
    )
      continue;
    if (underPicture(facts, i)) continue;
    for (const label of readLabels(line.parts)) {
      if (label.kind !== 'origin') continue;
      let value = cleanOrigin(label.parts);
      if (value === undefined && label.last && label.value === '') {
        const next = facts.lines[i + 1]?.text;
        if (next !== undefined && next.length <= 16 && isOutletName(next)) value = cleanOrigin(next);
      }
      if (value !== undefined) return { value, from: `visible:${label.label}` };
    }
  }
  return undefined;
}

/** A line of the text right behind a picture credits the picture. */
function underPicture(facts: PageFacts, index: number): boolean {
  const { body, lines, page } = facts;
  if (!body || index <= body.from || index >= body.to) return false;
  for (let i = lines[index - 1]!.at + 1; i <= lines[index]!.at; i++) if (page.nodes[i]!.tag === 'img') return true;
  return false;
}

/** Characters of a label's value or a meta that are looked at. */
const LONGEST = 400;

/** First piece that names somebody; undefined for addresses, dates and buttons. */
function cleanOrigin(parts: string): string | undefined {
  for (const raw of parts.slice(0, LONGEST).split(/\u0001|\s{2,}/)) {
    const piece = raw
      .replace(DATE, ' ')
      .replace(/^[\s:：·•|,，、>]+|[\s·•|,，、;；。>]+$/gu, '')
      .replace(/\s+(作者|编辑|责编|记者|发布|时间).*$/u, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (piece === '' || /^[（(]/.test(piece)) continue;
    if (piece.length > 40 || /https?:|www\./i.test(piece) || UI.test(piece) || !/[\p{L}]/u.test(piece))
      return undefined;
    return piece;
  }
  return undefined;
}

/** `2019年11月25日 18:57 参考消息`, `石佳/中国青年报`, an account's name right above or below the date. */
function besideDate(facts: PageFacts): Found | undefined {
  const { lines } = facts;
  const zone = headerZone(facts);
  const start = facts.headline === undefined ? zone.from : facts.headline + 1;
  for (let i = start; i < zone.to; i++) {
    const line = lines[i]!;
    if (line.text.length > 70) continue;
    const stroke =
      /^[\s\u0001]*([\u3400-\u9fff·]{2,10})[\s\u0001]*[/／][\s\u0001]*([\u3400-\u9fffA-Za-z]{2,16})[\s\u0001]*$/u.exec(
        line.parts,
      );
    if (stroke && isPersonName(stroke[1]!) && isOutletName(stroke[2]!))
      return { value: stroke[2]!, from: 'visible:byline' };
    if (ACCOUNT_KIND.test(line.text) && i > start && isAccount(lines[i - 1]!.text))
      return { value: lines[i - 1]!.text, from: 'visible:account' };
    if (!/(19|20)\d\d/.test(line.text) && !/\d{1,2}[-/月]\d{1,2}/.test(line.text)) continue;
    if (new RegExp(DATE.source, 'u').exec(line.text) === null) continue;
    const rest = line.parts.replace(DATE, EDGE).split(/\u0001|[·•|｜]|\s{2,}|\s(?=[\u3400-\u9fff])/u);
    const pieces = rest.map((piece) => piece.trim()).filter((piece) => piece !== '');
    for (const piece of pieces)
      if (isAccount(piece) && !/[:：]/.test(pieces.join(''))) return { value: piece, from: 'visible:date line' };
    if (pieces.length > 0 && /[:：]/.test(pieces.join(''))) return undefined;
    for (const j of [i - 1, i + 1]) {
      const near = lines[j];
      if (!near || j === facts.headline || near.text.length > 20) continue;
      const marked = [lines[j + 1]?.text, lines[i]?.text].some(
        (text) =>
          text !== undefined &&
          text.length < 40 &&
          /官方账号|企鹅号|百家号|头条号|网易号|搜狐号|大鱼号|公众号|^\+?\s?关注$/u.test(text),
      );
      if (isAccount(near.text) && (marked || isOutletName(near.text)))
        return { value: near.text, from: 'visible:near date' };
    }
  }
  return undefined;
}

const NAMED =
  /(?:^|[\s_-])(?:source|media[-_]?name|account|account[-_]?name|nickname|js_name|laiyuan|copyfrom|origin)(?:[\s_-]|$)/;

/** Where platforms print who posted: a person, or an outlet's account. */
const POSTER = /(?:^|[\s_-])(?:author|user|writer)[-_]?name(?:[\s_-]|$)/;

/** A block under the headline named as source or account. */
function named(facts: PageFacts): Found | undefined {
  if (facts.headline === undefined) return undefined;
  const zone = headerZone(facts);
  for (let i = facts.headline + 1; i < zone.to; i++) {
    const line = facts.lines[i]!;
    const inner = facts.page.nodes[line.at];
    const name = [line.node.name, inner?.name ?? ''].find((one) => one.length < 80 && NAMED.test(one));
    if (name !== undefined && isAccount(line.text))
      return { value: line.text, from: `visible:.${name.split(/\s+/)[0]}` };
    if (i <= facts.headline + 3 && POSTER.test(line.node.name) && isAccount(line.text) && !isPersonName(line.text))
      return { value: line.text, from: 'visible:account' };
  }
  return undefined;
}

const isAccount = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 18 &&
  /[\u3400-\u9fff]/.test(text) &&
  /^[\p{L}\p{N}·—&@.+\s-]+$/u.test(text) &&
  !/^(?:今|昨|本月|上月|去年|近日|日前|当日)/u.test(text) &&
  !UI.test(text) &&
  !/[，。！？、:：>《》“”]|^\d|来自|发布于|发布时间|参与|评论|阅读|浏览|编辑|作者|记者|分享|更新|星期|周[一二三四五六日]|字号|官方账号|上午|下午|点击|次$/u.test(
    text,
  );
