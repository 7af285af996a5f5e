import type { KeptPicture } from '../../model/picture.ts';

/** Below the folder of pictures: `ab/abcdef….jpg`, `ab/abcdef…-960.avif`. */
export const copyPath = (kept: KeptPicture, format: string, width?: number): string =>
  `${kept.hash.slice(0, 2)}/${kept.hash}${width === undefined ? '' : `-${width}`}.${format}`;

/** Every file of a kept picture; that in its own format last, so that where it is, the others are. */
export const copyPaths = (kept: KeptPicture): string[] => [
  ...kept.widths.flatMap((width) => kept.types.map((type) => copyPath(kept, type, width))),
  copyPath(kept, kept.format),
];
