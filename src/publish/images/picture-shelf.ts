import type { KeptPicture } from '../../model/picture.ts';
import type { ShownPicture } from '../shown-picture.ts';
import type { PictureCellar } from './picture-cellar.ts';
import { PICTURES, showKept } from './show-kept.ts';

/** What publishing asks before it renders a page: which of these pictures it may show from the site itself. */
export interface PictureShelf {
  read(srcs: readonly string[]): Promise<ReadonlyMap<string, ShownPicture>>;
}

/** Answers only what stands in the site's folder by then. `lost` is told which copies are gone. */
export function pictureShelf(needs: {
  kept: (srcs: readonly string[]) => Promise<ReadonlyMap<string, KeptPicture>>;
  lost: (srcs: readonly string[]) => Promise<unknown>;
  cellar: PictureCellar;
  /** the site's folder */
  dir: string;
}): PictureShelf {
  return {
    async read(srcs) {
      const shown = new Map<string, ShownPicture>();
      const lost: string[] = [];
      for (const [src, kept] of await needs.kept(srcs)) {
        if (needs.cellar.deliver(kept, `${needs.dir}/${PICTURES}`)) shown.set(src, showKept(kept));
        else lost.push(src);
      }
      if (lost.length > 0) await needs.lost(lost);
      return shown;
    },
  };
}
