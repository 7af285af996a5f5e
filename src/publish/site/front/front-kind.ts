import type { PageKind } from '../../page-kind.ts';
import { frontPage } from './front-page.ts';
import { layOut } from './lay-out.ts';

/** The front page shows on every change; key `front`. */
export const frontKind: PageKind = {
  name: 'front',
  rank: 3,
  owns: /^index\.html$/,
  keysFor: () => ['front'],
  all: () => ['front'],
  path: () => 'index.html',
  render: async (_key, context) => frontPage(await layOut(context), context),
};
