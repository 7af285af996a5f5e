import { html, raw } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

/** The shell of search: a form with its filters, and a place where the script puts results. The words it says are the form's data. */
export const searchPageKind: PageKind = {
  name: 'search-page',
  rank: 1,
  owns: /^search\/index\.html$/,
  keysFor: () => NO_KEYS,
  all: () => ['search'],
  path: () => 'search/index.html',
  render(_key, context) {
    const { words, href, site, looks } = context;
    const says = words.searchSays;
    return frame(
      {
        kind: 'search',
        title: words.search,
        path: '/search/',
        noIndex: true,
        head: html`<script type="module" src="${href(looks.searchScript)}"></script>\n`,
        main: html`<div class="wrap"><header class="page-head"><h1>${words.search}</h1></header>
<form id="search" role="search" action="${href('/search/')}" method="get"${Object.entries(says).map(([name, text]) => html` data-${raw(name)}="${text}"`)}><label for="q" class="quiet">${words.searchField}</label> <input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" maxlength="100"> <button type="submit">${words.searchButton}</button>
<fieldset class="filters" hidden><legend class="quiet">${words.sections}</legend>${[
          { slug: '', title: words.everything },
          ...site.sections,
        ].map(
          (section) =>
            html`<label><input type="radio" name="section" value="${section.slug}"${section.slug === '' && raw(' checked')}>${section.title}</label>`,
        )}</fieldset>
<p class="filters" hidden><label>${words.fromDay} <input type="date" name="from"></label> <label>${words.toDay} <input type="date" name="to"></label></p>
<p class="filters" id="search-label" hidden><input type="hidden" name="label" value="">${words.inLabel}<b></b> <button type="button">${words.leaveLabel}</button></p></form>
<p class="sub" id="search-says" role="status">${says.lead}</p>
<div id="results"></div>
<p class="all"><button type="button" id="search-more" hidden>${words.more}</button></p>
<noscript><p>${words.searchNoScript} <a href="${href('/archive/')}">${words.archive}</a> <a href="${href('/about/')}#sources">${words.sourceList}</a></p></noscript>
</div>`,
      },
      context,
    );
  },
};
