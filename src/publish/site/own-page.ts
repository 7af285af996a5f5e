import { html, raw } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

/** The newsroom's own pages, written in Markdown by its owner. */
export const ownPageKind: PageKind = {
  name: 'own-page',
  rank: 1,
  // nothing by its name: the folder's `.looks` says which pages were ours
  owns: /^$/,
  keysFor: () => NO_KEYS,
  all: (context) => context.looks.pages.map((page) => page.slug),
  path: (key) => `${key}/index.html`,
  render(key, context) {
    const page = context.looks.pages.find((own) => own.slug === key);
    if (!page) return undefined;
    return frame(
      {
        kind: 'own',
        title: page.title,
        path: `/${page.slug}/`,
        main: html`<div class="wrap"><header class="page-head"><h1>${page.title}</h1></header><div class="text body">${raw(page.html)}</div></div>`,
      },
      context,
    );
  },
};
