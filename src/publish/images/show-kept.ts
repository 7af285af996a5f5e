import type { KeptPicture } from '../../model/picture.ts';
import type { ShownPicture } from '../shown-picture.ts';
import { copyPath } from './picture-paths.ts';

/** Where a site has its pictures. */
export const PICTURES = 'pictures';

/** A kept picture as pages show it: AVIF, WebP, then its own format. */
export function showKept(kept: KeptPicture): ShownPicture {
  const at = (path: string): string => `/${PICTURES}/${path}`;
  return {
    src: at(copyPath(kept, kept.format)),
    width: kept.width,
    height: kept.height,
    ...(kept.placeholder === undefined ? {} : { placeholder: kept.placeholder }),
    sources: kept.types.map((type) => ({
      type: `image/${type}`,
      srcset: kept.widths.map((width) => `${at(copyPath(kept, type, width))} ${width}w`).join(', '),
    })),
  };
}
