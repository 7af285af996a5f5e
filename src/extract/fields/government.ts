import { attr, textContent } from '../../kit/html/tree.ts';
import { absoluteUrl } from '../../kit/url.ts';
import { findDates } from './find-dates.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { readPageTime } from './page-time.ts';

const NUMBER =
  /[\u3400-\u9fff]{1,16}\s?[〔［[（(【]\s?(?:19|20)\d\d\s?[〕］\]）)】]\s?(?:第\s?)?\d{1,5}\s?号|[\u3400-\u9fff]{2,20}令\s?第?\s?\d{1,5}\s?号|(?:^|[\s：:])第\s?\d{1,5}\s?号(?=$|[\s，。）)])/u;
const LABELS: Record<'documentNumber' | 'issuer' | 'issued', RegExp> = {
  documentNumber: /(?:发文字号|文\s*号|发文号|文件编号|文件号|公文编号)\s*[:：】\]]?/u,
  issuer: /(?:发文机关|发文机构|发布机构|发文单位|制发机关|印发单位|信息来源机构|公开主体)\s*[:：】\]]?/u,
  issued: /(?:成文日期|发文日期|印发日期|生成日期|成文时间)\s*[:：】\]]?/u,
};
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|csv|txt)(?:[?#].*)?$/i;

export interface Government {
  documentNumber?: Found;
  issuer?: Found;
  issued?: Found;
}

/** 文号, 发文机关, 成文日期 of a government document: from its table of labels, the number also from the head of the text. */
export function readGovernment(facts: PageFacts): Government {
  const out: Government = {};
  if (!facts.chinese) return out;
  const { lines } = facts;
  const to = Math.min(lines.length, (facts.body?.from ?? facts.headline ?? 0) + 60);
  for (let i = Math.max(0, (facts.headline ?? facts.body?.from ?? 0) - 40); i < to; i++) {
    const { text } = lines[i]!;
    if (text.length > 160) continue;
    for (const key of ['documentNumber', 'issuer', 'issued'] as const) {
      if (out[key]) continue;
      const label = LABELS[key].exec(text);
      if (!label) continue;
      // the value follows on this line or in the next cell
      const rest = text.slice(label.index + label[0].length).trim();
      const value = pick(facts, key, rest) ?? (rest === '' ? pick(facts, key, lines[i + 1]?.text ?? '') : undefined);
      if (value !== undefined) out[key] = { value, from: `visible:${label[0].replace(/[\s:：】\]]/gu, '')}` };
    }
  }
  if (!out.documentNumber && facts.body) {
    for (let i = Math.max(0, facts.body.from - 4); i < Math.min(lines.length, facts.body.from + 8); i++) {
      const { text } = lines[i]!;
      const match = text.length <= 40 ? NUMBER.exec(text) : null;
      if (!match || match[0].length < text.length * 0.7 || !/[〔［[（(【]|令/.test(match[0])) continue;
      out.documentNumber = { value: match[0].trim(), from: 'visible:body' };
      break;
    }
  }
  const signed = out.issuer && out.issued ? undefined : signature(facts, out.documentNumber !== undefined);
  return signed ? { ...signed, ...out } : out;
}

/** What documents are called. */
const DOCUMENT =
  /(?:通知|意见|办法|公告|通告|决定|决议|批复|规定|方案|公示|复函|函|令|通报|纲要|规划|细则|条例|要点)(?:[（(].{1,12}[）)])?$/u;
const BODY =
  /^[\u3400-\u9fff（）()]{2,30}(?:政府|办公室|办公厅|局|厅|委员会|委|部|院|署|中心|党组|领导小组|指挥部|联合会|管理处)$/u;
const DAY =
  /^(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$/u;

/** 落款: at the end of a document the bodies that issued it, each on a line, over the day. */
function signature(facts: PageFacts, numbered: boolean): Government | undefined {
  const { lines, headline, body } = facts;
  if (!body) return undefined;
  if (!numbered && !DOCUMENT.test(headline === undefined ? '' : lines[headline]!.text)) return undefined;
  for (let i = Math.max(1, body.to - 5); i < Math.min(lines.length, body.to + 6); i++) {
    const text = lines[i]!.text.replace(/\s+/gu, '');
    const time = DAY.test(text) ? readPageTime(facts, text, 'issued') : undefined;
    if (!time) continue;
    const issuers: string[] = [];
    for (let j = i - 1; j > body.from && issuers.length < 6; j--) {
      const names = lines[j]!.text.split(/\s+/u);
      if (!names.every((name) => BODY.test(name))) break;
      issuers.unshift(...names);
    }
    if (issuers.length > 0)
      return {
        issuer: { value: issuers.join('、'), from: 'visible:signature' },
        issued: { value: time.value.slice(0, 10), from: 'visible:signature' },
      };
  }
  return undefined;
}

function pick(facts: PageFacts, key: keyof Government, text: string): string | undefined {
  if (key === 'documentNumber') return NUMBER.exec(text)?.[0].trim();
  if (key === 'issued') {
    const date = findDates(text)[0];
    const time = date === undefined ? undefined : readPageTime(facts, date, key);
    return time?.value.slice(0, 10);
  }
  const words = /^[\u3400-\u9fff（）()、 ]{3,60}/u.exec(text)?.[0].trim().split(/\s+/u) ?? [];
  // several bodies on one line issued it together
  const value = words.length > 1 && words.every((word) => BODY.test(word)) ? words.join('、') : words[0];
  return value === undefined ||
    value.length < 3 ||
    /[:：]/.test(value) ||
    Object.values(LABELS).some((label) => label.test(value))
    ? undefined
    : value;
}

/** Files linked from the text: PDF, Word, Excel, OFD, archives. */
export function readAttachments(facts: PageFacts): { url: string; title: string }[] {
  const { page, head, body } = facts;
  if (!body) return [];
  const first = facts.lines[body.from]!.at;
  const last = facts.lines[Math.min(facts.lines.length - 1, body.to + 6)]!.node.end;
  const out: { url: string; title: string; signOnly: boolean }[] = [];
  for (let i = first; i < last && out.length < 50; i++) {
    const node = page.nodes[i]!;
    if (node.tag !== 'a') continue;
    const href = attr(node.element, 'href');
    if (href === undefined || href.length > 2000 || href.startsWith('#')) continue;
    const text = textContent(node.element).replace(/\s+/g, ' ').trim();
    if (!FILE.test(href) && !(text.length < 200 && FILE.test(text))) continue;
    const url = absoluteUrl(href, head.base);
    if (url === undefined) continue;
    const known = out.find((one) => one.url === url);
    // a sign of the kind of file stands before its name, with the same link
    if (known && text !== '' && known.signOnly) {
      known.title = text.slice(0, 200);
      known.signOnly = false;
    }
    if (known) continue;
    const title =
      text !== ''
        ? text
        : (attr(node.element, 'title')?.trim() ?? decodeURIComponentSafe(url.slice(url.lastIndexOf('/') + 1)));
    if (title !== '') out.push({ url, title: title.slice(0, 200), signOnly: text === '' });
  }
  return out.map(({ url, title }) => ({ url, title }));
}

function decodeURIComponentSafe(text: string): string {
  return /%(?![0-9a-f]{2})/i.test(text)
    ? text
    : text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
        new TextDecoder().decode(Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
      );
}
