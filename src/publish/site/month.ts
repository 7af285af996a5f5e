import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';
import { barStrip } from './lists/coverage-strip.ts';

/** `/2026/08/`: the month's days with their counts. Keys: `yyyy-mm`. */
export const monthKind: PageKind = {
  name: 'month',
  rank: 1,
  owns: /^\d{4}\/\d\d\/index\.html$/,
  keysFor: ({ change, positions }) =>
    change.kind === 'new' ? positions.filter((p) => p.key.startsWith('month:')).map((p) => p.key.slice(6)) : NO_KEYS,
  async *all(context) {
    for (const list of await context.archive.lists('month:')) yield list.key.slice(6);
  },
  path: (key) => `${key.replace('-', '/')}/index.html`,
  async render(key, context) {
    const { words, href } = context;
    const counts = new Map((await context.archive.lists(`day:${key}-`)).map((list) => [list.key.slice(4), list.count]));
    if (counts.size === 0) return undefined;
    const [year = '', month = ''] = key.split('-');
    const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    const days = Array.from({ length }, (_, i) => `${key}-${String(i + 1).padStart(2, '0')}`);
    const first = (new Date(`${key}-01T00:00:00Z`).getUTCDay() + 6) % 7;
    const cells = [...Array.from({ length: first }, () => undefined), ...days];
    while (cells.length % 7 !== 0) cells.push(undefined);
    const weeks = Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const name = words.monthName(year, month);
    return frame(
      {
        kind: 'month',
        title: name,
        path: `/${key.replace('-', '/')}/`,
        main: html`<div class="wrap">
<header class="page-head"><p class="kicker"><a href="${href('/archive/')}">${words.archive}</a></p><h1><time datetime="${key}">${name}</time></h1><p class="sub">${words.articles(total)}</p>${barStrip(
          days.map((day) => [day, counts.get(day) ?? 0] as const),
          context,
        )}</header>
<table class="calendar"><caption class="quiet">${words.calendar}</caption><thead><tr>${words.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead><tbody>${weeks.map(
          (week) => html`<tr>${week.map((day) => {
            const n = day === undefined ? 0 : (counts.get(day) ?? 0);
            const date = day === undefined ? '' : String(Number(day.slice(8)));
            return n > 0
              ? html`<td><a href="${href(`/${day!.replaceAll('-', '/')}/`)}"><b>${date}</b> <span>${words.articlesOn(n)}</span></a></td>`
              : html`<td>${date}</td>`;
          })}</tr>
`,
        )}</tbody></table>
</div>`,
      },
      context,
    );
  },
};
