import { html, type Piece, type Raw, raw } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { clip, withoutBidi } from '../plain.ts';
import type { Parts } from '../sink.ts';
import { sectionAddress } from './section-address.ts';
import { styleKind } from './shipped-looks.ts';

export interface Frame {
  /** class of <body> */
  kind: string;
  title: string;
  description?: string;
  /** from the root of the site; undefined for pages without an address of their own */
  path?: string;
  /** more of the <head> */
  head?: Raw;
  /** folder of the feeds to announce, `/` for the site's */
  feeds?: { path: string; title: string; atomOnly?: boolean }[];
  /** slug of the section the page belongs to */
  section?: string;
  /** masthead of the front page, instead of the single line */
  masthead?: Raw;
  main: Piece;
  /** for pages that search engines should not list */
  noIndex?: boolean;
}

export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https: http:; media-src https: http:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

const TITLE_LIMIT = 70;

/** The whole of a page around its main part. Nothing here depends on which articles exist. */
export function frame(page: Frame, context: PageContext): Parts {
  const { site, words, looks, href } = context;
  const name = clip(withoutBidi(site.title), 30);
  const own = clip(withoutBidi(page.title), TITLE_LIMIT - name.length - 3);
  const title = page.path === '/' ? name : `${own} - ${name}`;
  const feeds = page.feeds ?? [{ path: '/', title: site.title }];
  const description = page.description && clip(withoutBidi(page.description), 160);
  const before = html`<!DOCTYPE html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(CSP)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description ? html`<meta name="description" content="${description}">\n` : ''}${page.noIndex && raw('<meta name="robots" content="noindex">\n')}<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${page.path !== undefined && html`<link rel="canonical" href="${context.absolute(page.path)}">\n`}${feeds.map(
  (
    feed,
  ) => html`<link rel="alternate" type="application/atom+xml" title="${withoutBidi(feed.title)}" href="${href(`${feed.path}atom.xml`)}">
${
  !feed.atomOnly &&
  html`<link rel="alternate" type="application/rss+xml" title="${withoutBidi(feed.title)} RSS" href="${href(`${feed.path}rss.xml`)}">
<link rel="alternate" type="application/feed+json" title="${withoutBidi(feed.title)} JSON" href="${href(`${feed.path}feed.json`)}">
`
}`,
)}<link rel="icon" href="${href('/icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${href('/icon-180.png')}">
<link rel="manifest" href="${href('/site.webmanifest')}">
<style>`.text;
  const after = html`</style>
<script async src="${href(looks.script)}"></script>
${page.head}</head>
<body class="${page.kind}">
<a class="skip" href="#main">${words.skip}</a>
<header class="site">
${raw(looks.header)}
${page.masthead}${bar(page, context)}
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
${furniture(context).footer}
</body>
</html>
`.text;
  // the styles are ASCII and half the page: encoded once, and apart from the text they would turn into two-byte characters
  return [before, looks.cssBytes[styleKind(page.kind)], after];
}

/** What stands on all pages of a run alike: the menu with addresses below the base, the foot, and the bar by the entries it marks. */
interface Furniture {
  menu: readonly { title: string; url: string; href: string }[];
  footer: Raw;
  bars: Map<string, Raw>;
}

const furnished = new WeakMap<PageContext, Furniture>();

function furniture(context: PageContext): Furniture {
  const known = furnished.get(context);
  if (known) return known;
  const menu = menuOf(context).map((entry) => ({
    ...entry,
    href: entry.url.startsWith('/') ? context.href(entry.url) : entry.url,
  }));
  const made = { menu, footer: footer(context), bars: new Map() };
  furnished.set(context, made);
  return made;
}

/** The single line that stays on screen. */
function bar(page: Frame, context: PageContext): Raw {
  const { menu, bars } = furniture(context);
  const section = page.section === undefined ? undefined : sectionAddress(page.section);
  const current = menu.map(({ url }) => url === page.path || url === section);
  const key = current.join();
  const known = bars.get(key) ?? setBar(menu, current, context);
  bars.set(key, known);
  return known;
}

function setBar(menu: Furniture['menu'], current: readonly boolean[], context: PageContext): Raw {
  const { site, words, looks, href } = context;
  return html`<div class="bar"><div class="wrap">
<a class="name" href="${href('/')}">${looks.logo && html`<img src="${looks.logo.startsWith('/') ? href(looks.logo) : looks.logo}" alt="" height="28">`}<bdi>${site.title}</bdi></a>
<nav class="menu" aria-label="${words.sections}"><ul>${menu.map(
    (entry, i) => html`<li><a href="${entry.href}"${current[i] && raw(' aria-current="page"')}>${entry.title}</a></li>`,
  )}</ul></nav>
<div class="tools"><button type="button" id="theme" hidden title="${words.themeTitle}">${words.theme}</button><a href="${href('/search/')}">${words.search}</a></div>
</div></div>`;
}

/** The newsroom's menu, else its sections, else the ways through the archive. */
function menuOf({ site, words }: PageContext): readonly { title: string; url: string }[] {
  if (site.menu.length > 0) return site.menu;
  if (site.sections.length > 0) return site.sections.map(({ slug, title }) => ({ title, url: sectionAddress(slug) }));
  return [
    { title: words.latest, url: '/latest/' },
    { title: words.archive, url: '/archive/' },
    { title: words.about, url: '/about/' },
  ];
}

function footer(context: PageContext): Raw {
  const { site, words, looks, href } = context;
  const pages = looks.pages.map((page) => html`<li><a href="${href(`/${page.slug}/`)}">${page.title}</a></li>`);
  return html`<footer class="foot"><div class="wrap">
<p class="foot-name"><bdi>${site.title}</bdi></p>
<ul>
<li><a href="${href('/latest/')}">${words.latest}</a></li>
<li><a href="${href('/archive/')}">${words.archive}</a></li>
<li><a href="${href('/search/')}">${words.search}</a></li>
<li><a href="${href('/starred/')}">${words.starred}</a></li>
${pages}<li><a href="${href('/about/')}">${words.about}</a></li>
<li><a href="${href('/about/')}#feeds">${words.feeds}</a></li>
</ul>
${raw(looks.footer)}
</div></footer>`;
}
