import { attr, type Element } from './tree.ts';

/** An <img>, or an element of a site's or AMP's own making that stands for one: `amp-img`, `paper-image` with an address. */
export const isPicture = (element: Element): boolean =>
  element.tagName === 'img' ||
  (element.tagName.includes('-') &&
    /-(?:img|image|picture|photo)$/.test(element.tagName) &&
    attr(element, 'src') !== undefined);
