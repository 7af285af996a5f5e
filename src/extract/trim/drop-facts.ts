import { textContent } from '../../kit/html/tree.ts';
import { type PageNode, type PageTree, weight } from '../page-tree.ts';
import { isProse, type Line, leafBlocks, type Remove } from './lines.ts';

/** What the tables above Chinese government documents call their rows. */
const LABELS = `
  索引号 发文机关 发文机构 发文单位 发布机构 发布单位 制发机关 印发单位 公开机构 公开主体 责任部门 公开责任部门 所属机构 信息来源
  发文字号 文号 发文号 文件编号 公文编号 统一编号 登记号 统一登记号 规范性文件编号 成文日期 成文时间 发文日期 发文时间 印发日期 生成日期
  发布日期 发布时间 公开日期 公开时间 生效日期 实施日期 施行日期 废止日期 失效日期 有效期 有效性 是否有效 效力状态 时效 标题 名称 文件名称 信息名称
  主题分类 主题词 关键词 信息分类 体裁分类 组配分类 公文种类 文件类型 服务对象 公开方式 公开范围 公开形式 公开时限 公开类别 载体类型 内容概述
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);
const LABEL = LABELS.map((label) => [...label].join('\\s*')).join('|');
/** A label and what divides it from its value. */
const LABELLED = new RegExp(`(?:${LABEL})\\s*[:：】\\]]`, 'g');
const OPENS = new RegExp(`^[【\\[]?\\s*(?:${LABEL})\\s*(?:[:：】\\]]|$)`);
/** Labels that nothing but such a table has. */
const CERTAIN =
  /索引号|发文(?:机关|机构|字号)|成文日期|主题分类|组配分类|体裁分类|公开(?:方式|范围|形式|时限|类别)|信息(?:分类|名称)|效力状态/;
const FEW = 3;
/** Characters of such a box for each of its labels, and of all of it. */
const EACH = 60;
const LONGEST = 1500;
/** Elements of one; boxes in boxes are each looked through. */
const MOST_ELEMENTS = 500;
const BOXES = new Set(['table', 'ul', 'ol', 'dl', 'div', 'section', 'p', 'center']);

/**
 * The box that tells what a document is called, who issued it and when, above the text: read into fields before, and no part of the text.
 * A box of at least three labels with their values, else single lines of them.
 */
export function dropFacts(page: PageTree, root: PageNode, remove: Remove): void {
  if (root.cjk * 3 < root.textLength) return;
  const lines = leafBlocks(page, root);
  const first = lines.find((line) => isProse(line) && labelsOf(line.text).size === 0);
  const until = first?.node.at ?? root.at;
  for (let i = root.at + 1; i < until; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.end > until || !BOXES.has(node.tag)) continue;
    if (node.end - node.at > MOST_ELEMENTS) continue;
    if (node.textLength === 0 || node.textLength > LONGEST) continue;
    const labels = labelsIn(page, node);
    if (!isTable(labels) || weight(node) > labels.size * EACH * 2) continue;
    remove(node, 'facts', 'the table of a document');
    i = node.end - 1;
  }
  const labelled = lines.filter(
    (line: Line) => line.node.at < until && line.node.gone === undefined && OPENS.test(line.text),
  );
  if (!isTable(new Set(labelled.flatMap(({ text }) => [...labelsOf(text)])))) return;
  for (const { node } of labelled) remove(node, 'facts', 'a line of the table of a document');
}

const isTable = (labels: ReadonlySet<string>): boolean =>
  labels.size >= FEW && [...labels].some((label) => CERTAIN.test(label));

/** Labels with a colon; a cell that is nothing else needs none. */
function labelsOf(text: string): Set<string> {
  const found = [...text.matchAll(LABELLED)].map(([match]) => plain(match));
  if (text.length <= 12 && OPENS.test(text)) found.push(plain(text));
  return new Set(found);
}

function labelsIn(page: PageTree, box: PageNode): Set<string> {
  const labels = labelsOf(textContent(box.element));
  for (let i = box.at + 1; i < box.end; i++) {
    const { textLength, element, tag } = page.nodes[i]!;
    if (textLength < 2 || textLength > 12 || !/^(?:t[dh]|dt|label|span|b|strong|em)$/.test(tag)) continue;
    for (const label of labelsOf(textContent(element).trim())) labels.add(label);
  }
  return labels;
}

const plain = (label: string): string => label.replace(/[\s:：【】[\]]/gu, '');
