import { attr, type Element, elements, isElement, isText, textContent } from '../kit/html/tree.ts';

export interface Formula {
  text: string;
  /** TeX source, shown as code */
  tex: boolean;
}

/** MathML or a MathJax script as text: its TeX where it is given, else what it reads as. */
export function formulaOf(node: Element): Formula | undefined {
  if (node.tagName === 'script') {
    if (!/^math\/(?:tex|asciimath)/i.test(attr(node, 'type') ?? '')) return undefined;
    return formula(textOf(node), true);
  }
  if (node.tagName !== 'math') return undefined;
  for (const inner of elements(node)) {
    if (inner.tagName === 'annotation' && /tex/i.test(attr(inner, 'encoding') ?? ''))
      return formula(textContent(inner), true);
  }
  const alt = attr(node, 'alttext');
  return alt === undefined ? formula(textContent(node), false) : formula(alt, true);
}

const LONGEST = 2000;
const formula = (text: string, tex: boolean): Formula | undefined => {
  const plain = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed();
  return plain === '' ? undefined : { text: plain, tex };
};

/** Own text of a script, which textContent leaves out. */
const textOf = (node: Element): string => node.childNodes.map((child) => (isText(child) ? child.value : '')).join('');

/** The second, drawn form of a formula, made for eyes only. */
export const isDrawnFormula = (node: Element): boolean =>
  isElement(node) &&
  /(^|\s)(?:katex-html|MathJax(?:_Preview|_Display|_CHTML|_SVG)?)(\s|$)/.test(attr(node, 'class') ?? '');
