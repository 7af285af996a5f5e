import { QR_NAME } from '../kit/furniture.ts';
import { attr, type ChildNode, type Element, isElement, isText, textContent } from '../kit/html/tree.ts';

/** Characters that a box with a QR code may say: where to scan it. */
const CODE_BOX = 100;

/** A box named as a QR code that holds little else. */
export function isCodeBox(node: Element): boolean {
  const name = `${attr(node, 'class') ?? ''} ${attr(node, 'id') ?? ''}`;
  return name.length > 1 && QR_NAME.test(name) && isShort(node);
}

/** Whether all text is shorter than a box may be; stops as soon as it is not. */
function isShort(node: Element): boolean {
  let length = 0;
  const stack: ChildNode[] = [node];
  while (stack.length > 0 && length <= 4 * CODE_BOX) {
    const next = stack.pop()!;
    if (isText(next)) length += next.value.length;
    else if (isElement(next)) stack.push(...next.childNodes.slice(0, 4 * CODE_BOX));
  }
  return length <= 4 * CODE_BOX && textContent(node).replace(/\s+/g, '').length <= CODE_BOX;
}
