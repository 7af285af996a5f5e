import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

export const notFoundKind: PageKind = {
  name: 'not-found',
  rank: 1,
  owns: /^404\.html$/,
  keysFor: () => NO_KEYS,
  all: () => ['404'],
  path: () => '404.html',
  render(_key, context) {
    const { words, href } = context;
    return frame(
      {
        kind: 'not-found',
        title: words.notFound,
        noIndex: true,
        main: html`<div class="wrap"><header class="page-head"><p class="kicker">404</p><h1>${words.notFound}</h1><p class="sub">${words.notFoundLead}</p></header>
<ul class="ways"><li><a href="${href('/')}">${words.front}</a></li><li><a href="${href('/latest/')}">${words.latest}</a></li><li><a href="${href('/archive/')}">${words.archive}</a></li><li><a href="${href('/search/')}">${words.search}</a></li></ul></div>`,
      },
      context,
    );
  },
};
