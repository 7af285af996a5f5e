import { html } from '../markup.ts';
import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { frame } from './frame.ts';
import { sourceAddress } from './lists/list-kinds.ts';
import { opmlOf } from './machines/opml.ts';
import { sectionAddress } from './section-address.ts';

/** The colophon: who this is, feeds, sources, keys; and the sources as OPML. Changes only with the configuration. */
export const aboutKind: PageKind = {
  name: 'about',
  rank: 1,
  owns: /^(about\/index\.html|sources\.opml)$/,
  keysFor: ({ change, positions }) =>
    change.kind === 'new' &&
    positions.some((p) => p.seq === 0 && (p.key.startsWith('source:') || p.key.startsWith('section:')))
      ? ['about']
      : NO_KEYS,
  all: () => ['about', 'opml'],
  path: (key) => (key === 'opml' ? 'sources.opml' : 'about/index.html'),
  async render(key, context) {
    if (key === 'opml') return opmlOf(context);
    const { words, href, site } = context;
    const feed = (title: string, at: string) =>
      html`<li><bdi>${title}</bdi> <a href="${href(`${at}atom.xml`)}">Atom</a> <a href="${href(`${at}rss.xml`)}">RSS</a> <a href="${href(`${at}feed.json`)}">JSON</a></li>`;
    const order = site.sections.map((section) => `section:${section.slug}`);
    const sections = (await context.archive.lists('section:')).toSorted(
      (a, b) => (order.indexOf(a.key) + 1 || order.length + 1) - (order.indexOf(b.key) + 1 || order.length + 1),
    );
    const sources = await context.archive.lists('source:');
    const titles = new Map(context.sources.map((source) => [source.id, source.title ?? source.outlet]));
    return frame(
      {
        kind: 'about',
        title: words.about,
        path: '/about/',
        main: html`<div class="wrap"><header class="page-head"><h1>${words.about}</h1></header>
<div class="text"><p>${site.description}</p><p>${words.aboutLead}</p>
<h2 id="feeds">${words.feeds}</h2><p>${words.feedsLead}</p>
<ul class="feeds">${feed(site.title, '/')}${sections.map((list) => feed(context.sectionTitle(list.key.slice(8)), sectionAddress(list.key.slice(8))))}</ul>
<h2 id="sources">${words.sourceList}</h2><p>${words.sourceLead}</p>
<ul class="sources">${sources.map((list) => {
          const id = list.key.slice(7);
          return html`<li><a href="${href(sourceAddress(id))}"><bdi>${titles.get(id) ?? list.title}</bdi></a></li>`;
        })}</ul>
<p><a href="${href('/sources.opml')}">${words.opml}</a></p>
<h2 id="keys">${words.keys}</h2><dl class="keys" data-close="${words.close}">${words.keyHelp.map(([k, says]) => html`<div><dt><kbd>${k}</kbd></dt><dd>${says}</dd></div>`)}</dl>
</div></div>`,
      },
      context,
    );
  },
};
