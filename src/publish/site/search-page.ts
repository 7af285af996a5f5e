import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

/** The shell of search: a form, and a place where the script puts results. */
export const searchPageKind: PageKind = {
  name: 'search-page',
  rank: 1,
  owns: /^search\/index\.html$/,
  keysFor: () => NO_KEYS,
  all: () => ['search'],
  path: () => 'search/index.html',
  render(_key, context) {
    const { words, href } = context;
    return frame(
      {
        kind: 'search',
        title: words.search,
        path: '/search/',
        noIndex: true,
        main: html`<div class="wrap"><header class="page-head"><h1>${words.search}</h1></header>
<form id="search" role="search" action="${href('/search/')}" method="get"><label for="q">${words.searchField}</label> <input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" maxlength="100"> <button type="submit">${words.searchButton}</button></form>
<p class="sub" id="search-says" role="status">${words.searchLead}</p>
<div id="results" class="river"></div>
<noscript><p>${words.searchNoScript} <a href="${href('/archive/')}">${words.archive}</a> <a href="${href('/about/')}#sources">${words.sourceList}</a></p></noscript>
</div>`,
      },
      context,
    );
  },
};
