import type { PictureShelf } from './images/picture-shelf.ts';
import type { PictureFor, ShownPicture } from './shown-picture.ts';

/** More are forgotten; a page shows fewer. */
const REMEMBERED = 2000;

export interface RunPictures {
  /** to be awaited before what shows these pictures is rendered */
  load(srcs: readonly string[]): Promise<void>;
  pictureFor: PictureFor;
}

/** The shelf as one publish run sees it: each picture is asked for once. Without a shelf nothing is kept. */
export function runPictures(shelf: PictureShelf | undefined): RunPictures {
  const known = new Map<string, ShownPicture | undefined>();
  return {
    async load(srcs) {
      if (!shelf) return;
      if (known.size > REMEMBERED) known.clear();
      const missing = srcs.filter((src) => !known.has(src));
      if (missing.length === 0) return;
      const shown = await shelf.read(missing);
      for (const src of missing) known.set(src, shown.get(src));
    },
    pictureFor: (src) => known.get(src),
  };
}
