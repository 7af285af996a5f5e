import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';

/** `/archive/`: every month there is. Says no numbers, so that it changes only when a month begins. */
export const archiveKind: PageKind = {
  name: 'archive',
  rank: 1,
  owns: /^archive\/index\.html$/,
  keysFor: ({ change, positions }) =>
    change.kind === 'new' && positions.some((p) => p.key.startsWith('month:') && p.seq === 0) ? ['archive'] : NO_KEYS,
  all: () => ['archive'],
  path: () => 'archive/index.html',
  async render(_key, context) {
    const { words, href } = context;
    const years = new Map<string, string[]>();
    for (const list of await context.archive.lists('month:')) {
      const [year = '', month = ''] = list.key.slice(6).split('-');
      const there = years.get(year);
      if (there) there.push(month);
      else years.set(year, [month]);
    }
    const shown = [...years].reverse();
    return frame(
      {
        kind: 'archive',
        title: words.archive,
        path: '/archive/',
        main: html`<div class="wrap"><header class="page-head"><h1>${words.archive}</h1></header>
${shown.length === 0 && html`<p class="empty">${words.emptyList}</p>`}${shown.map(
  ([year, months]) => html`<section class="year"><h2>${words.yearName(year)}</h2><ul class="months">${months.map(
    (month) => html`<li><a href="${href(`/${year}/${month}/`)}">${words.monthName(year, month)}</a></li>`,
  )}</ul></section>
`,
)}</div>`,
      },
      context,
    );
  },
};
