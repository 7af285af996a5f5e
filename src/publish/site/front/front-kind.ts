import type { PageKind } from '../../page-kind.ts';
import { frontPage } from './front-page.ts';
import { layOut } from './lay-out.ts';

/** The front page shows on every change; key `front`. */
export const frontKind: PageKind = {
  name: 'front',
  rank: 3,
  showsPictures: true,
  owns: /^index\.html$/,
  keysFor: () => ['front'],
  all: () => ['front'],
  path: () => 'index.html',
  async render(_key, context) {
    const layout = await layOut(context);
    const shown = [layout.lead, ...layout.seconds, ...layout.strips.flatMap((strip) => strip.heads)];
    await context.pictures.load(shown.flatMap((head) => (head?.picture ? [head.picture.src] : [])));
    return frontPage(layout, context);
  },
};
