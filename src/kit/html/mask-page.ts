import { serialize } from 'parse5';
import { type ChildNode, descendants, isElement, isText, parseDocument, removeNode } from './tree.ts';

/** 千字文, sixth century: text that belongs to nobody. */
const OLD =
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔';
const CJK = /[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]/g;
const LATIN = /[A-Za-z]/g;
/** attributes that hold words of the publisher */
const SPOKEN = new Set(['alt', 'title', 'content', 'placeholder', 'aria-label', 'value', 'summary']);
const DROPPED = new Set(['script', 'style', 'svg', 'iframe']);

/**
 * The same page with every word replaced, so that its build can be kept as a fixture and its text cannot: one letter always becomes
 * the same other one, so what is equal stays equal. Numbers, marks, names of classes and addresses stay; scripts and comments go.
 */
export function maskPage(html: string): string {
  const document = parseDocument(html);
  const gone: ChildNode[] = [];
  for (const node of descendants(document)) {
    if (isText(node)) node.value = maskText(node.value);
    else if (!isElement(node)) {
      if (node.nodeName === '#comment') gone.push(node);
    } else if (DROPPED.has(node.tagName)) gone.push(node);
    else
      for (const attribute of node.attrs)
        if (SPOKEN.has(attribute.name) && !/^https?:/.test(attribute.value))
          attribute.value = maskText(attribute.value);
  }
  gone.forEach(removeNode);
  return serialize(document);
}

export function maskText(text: string): string {
  return text
    .replace(CJK, (letter) => OLD[(letter.charCodeAt(0) * 31 + 7) % OLD.length]!)
    .replace(LATIN, (letter) => {
      const code = letter.charCodeAt(0);
      const from = code < 91 ? 65 : 97;
      return String.fromCharCode(from + (((code - from) * 7 + 3) % 26));
    });
}
