import { deflateSync } from 'node:zlib';
import type { Site } from '../../../model/newsroom.ts';
import { encodePng } from './encode-png.ts';

const RED = /^#[0-9a-f]{6}$/i;
const redOf = (site: Site): string => {
  const own = site.colours?.['red'];
  return own !== undefined && RED.test(own) ? own : '#a61b1b';
};

/** A seal: a red square, a frame and three lines of print in the colour of paper. No font is needed, so it looks the same everywhere. */
const SHAPES: [x: number, y: number, width: number, height: number][] = [
  [10, 10, 44, 3],
  [10, 51, 44, 3],
  [10, 10, 3, 44],
  [51, 10, 3, 44],
  [19, 20, 26, 6],
  [19, 31, 26, 3],
  [19, 39, 17, 3],
];

export const iconSvg = (site: Site): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${redOf(site)}" d="M0 0h64v64H0z"/><path fill="#fbfaf7" d="${SHAPES.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h-${w}z`).join('')}"/></svg>\n`;

export function iconPng(site: Site, size: number): Uint8Array {
  const red = [1, 3, 5].map((at) => Number.parseInt(redOf(site).slice(at, at + 2), 16));
  const paper = [0xfb, 0xfa, 0xf7];
  const pixels = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = ((x + 0.5) * 64) / size;
      const v = ((y + 0.5) * 64) / size;
      const inside = SHAPES.some(([left, top, w, h]) => u >= left && u < left + w && v >= top && v < top + h);
      pixels.set(inside ? paper : red, (y * size + x) * 3);
    }
  }
  return encodePng(size, size, pixels, deflateSync);
}
