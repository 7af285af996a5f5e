import { type ChildNode, isElement, isText, type ParentNode, parseBody } from './tree.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head']);
/** Elements that break the line. */
export const BREAKS = new Set(
  `address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul video audio iframe`.split(
    /\s+/,
  ),
);

/** White space that a line collapses to one space: also U+00A0, U+3000, U+200B, U+FEFF. */
export const SPACE = /[\s\u00a0\u3000\u200b\ufeff]+/g;

/** White space of preformatted text as a line has it: its line ends are the writer's. */
export const spacesOfCode = (run: string): string => (/[\n\r]/.test(run) ? '\n' : ' ');

/**
 * Plain text of HTML, one line per block: a block-level tag and a line end of <pre> break the line, a table cell is a space, any other tag
 * nothing. Lines are collapsed and trimmed, empty lines dropped. Offsets of labels count in this text.
 */
export const htmlToText = (html: string): string => treeToText(parseBody(html));

const END_OF_CODE = 'end of code';

export function treeToText(root: ParentNode): string {
  let text = '';
  let code = 0;
  const stack: (ChildNode | string)[] = [...root.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node === END_OF_CODE) {
      code--;
      continue;
    }
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    if (isText(node)) {
      text += code > 0 ? node.value.replace(SPACE, spacesOfCode) : node.value.replace(SPACE, ' ');
      continue;
    }
    if (!isElement(node) || SILENT.has(node.tagName)) continue;
    const edge = BREAKS.has(node.tagName) ? '\n' : node.tagName === 'td' || node.tagName === 'th' ? ' ' : '';
    text += edge;
    if (edge) stack.push(edge);
    if (node.tagName === 'pre') {
      code++;
      stack.push(END_OF_CODE);
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  return tidyLines(text);
}

/** Lines collapsed and trimmed, empty ones dropped. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(SPACE, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
