import { attr } from '../kit/html/tree.ts';
import type { PageNode } from './page-tree.ts';

/** CSS selector as a person would write it for a site rule: tag, id, at most three classes. */
export function selectorOf({ tag, element }: PageNode): string {
  const id = attr(element, 'id')?.trim();
  const classes = (attr(element, 'class') ?? '').split(/\s+/).filter((name) => PLAIN.test(name));
  return `${tag}${id && PLAIN.test(id) ? `#${id}` : ''}${classes
    .slice(0, 3)
    .map((name) => `.${name}`)
    .join('')}`;
}

const PLAIN = /^-?[_a-zA-Z\u0080-\uffff][\w\u0080-\uffff-]{0,60}$/;
