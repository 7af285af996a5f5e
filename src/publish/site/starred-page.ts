import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

/** `/starred/`: where the script lists the articles this browser has starred. The words it says are the list's data. */
export const starredPageKind: PageKind = {
  name: 'starred-page',
  rank: 1,
  owns: /^starred\/index\.html$/,
  keysFor: () => NO_KEYS,
  all: () => ['starred'],
  path: () => 'starred/index.html',
  render(_key, context) {
    const { words } = context;
    return frame(
      {
        kind: 'starred',
        title: words.starred,
        path: '/starred/',
        noIndex: true,
        main: html`<div class="wrap"><header class="page-head"><h1>${words.starred}</h1><p class="sub">${words.starredLead}</p></header>
<p class="empty" role="status">${words.starredClosed}</p><ol id="stars" data-none="${words.starredNone}" data-word="${words.star}"></ol></div>`,
      },
      context,
    );
  },
};
