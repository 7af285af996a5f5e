import { attr, type Element } from '../kit/html/tree.ts';

const HIDDEN = /(^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** The body of WeChat articles is hidden until a script shows it. */
const SHOWN_LATER = 'js_content';

export function isHidden(node: Element): boolean {
  if (attr(node, 'hidden') !== undefined) return true;
  const style = attr(node, 'style');
  return style !== undefined && HIDDEN.test(style) && attr(node, 'id') !== SHOWN_LATER;
}

/** What CMSs call the line below a picture. */
const CAPTION =
  /(^|[\s_-])(img_?descr?|img_?desc|pic_?desc|photo_?desc|caption|picture-?text|tupian_?shuoming)([\s_-]|$)/i;

export const isCaptionBox = (node: Element): boolean => CAPTION.test(attr(node, 'class') ?? '');

const BOLD = /(^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i;
const ITALIC = /(^|;)\s*font-style\s*:\s*(?:italic|oblique)\b/i;
/** Editors that write their styles into attributes of their own. */
const NAMED_BOLD = /(^|\s)strong-Bold(\s|$)/;

/** Meaning of a span or font that only its style tells. */
export function wrapperOf(node: Element): 'strong' | 'em' | undefined {
  if (node.tagName !== 'span' && node.tagName !== 'font') return undefined;
  const style = attr(node, 'style') ?? '';
  if (BOLD.test(style) || NAMED_BOLD.test(attr(node, 'cms-style') ?? '')) return 'strong';
  return ITALIC.test(style) ? 'em' : undefined;
}
