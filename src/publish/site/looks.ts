import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { marked } from 'marked';
import { sha256 } from '../../kit/hash.ts';
import type { Site, SourceConfig } from '../../model/newsroom.ts';
import { bytesOf, type StyleKind, shippedLooks } from './shipped-looks.ts';

export interface OwnPage {
  /** `imprint` is published as /imprint/ */
  slug: string;
  title: string;
  html: string;
}

export interface Asset {
  /** under the output folder */
  path: string;
  bytes: Uint8Array | string;
}

/** Everything that all pages share, ready to be pasted. */
export interface Looks {
  css: Record<StyleKind, string>;
  cssBytes: Record<StyleKind, Uint8Array>;
  /** address of the one script, from the root of the site */
  script: string;
  searchScript: string;
  header: string;
  footer: string;
  logo?: string;
  pages: OwnPage[];
  assets: Asset[];
  /** of all of it and of the templates: another value means that every page is written again */
  hash: string;
}

const RESERVED = new Set([
  'pictures',
  'section',
  'source',
  'label',
  'search',
  'starred',
  'about',
  'archive',
  'latest',
  'assets',
  'sitemap',
]);

/** Reads the newsroom's own files and ours. The user's files are trusted: they are the newsroom's own. */
export function loadLooks(site: Site, sources: readonly SourceConfig[] = []): Looks {
  const shipped = shippedLooks();
  const own = site.css === undefined ? '' : readFileSync(site.css, 'utf8');
  const theirs = colourCss(site.colours) + own.replaceAll('</', '<\\/');
  const css = { article: shipped.css.article + theirs, own: shipped.css.own + theirs, list: shipped.css.list + theirs };
  const { script } = shipped;
  const scriptPath = `assets/kanyin-${shipped.scriptHash}.js`;
  const searchPath = `assets/search-${shipped.searchScriptHash}.js`;
  const assets: Asset[] = [
    { path: scriptPath, bytes: script },
    { path: searchPath, bytes: shipped.searchScript },
    { path: 'search/worker.js', bytes: shipped.searchWorker },
  ];
  const logo = logoOf(site, assets);
  const partial = (path: string | undefined): string => (path === undefined ? '' : readFileSync(path, 'utf8').trim());
  const header = partial(site.header);
  const footer = partial(site.footer);
  const pages = site.pages === undefined ? [] : ownPages(site.pages);
  const shown = sources.map(({ id, title, outlet, kind, url, section }) => ({ id, title, outlet, kind, url, section }));
  const hash = sha256(JSON.stringify([shipped.hash, theirs, logo, header, footer, pages, site, shown]));
  return {
    css,
    cssBytes: theirs === '' ? shipped.cssBytes : bytesOf(css),
    script: `/${scriptPath}`,
    searchScript: `/${searchPath}`,
    header,
    footer,
    pages,
    assets,
    hash,
    ...(logo === undefined ? {} : { logo }),
  };
}

function logoOf(site: Site, assets: Asset[]): string | undefined {
  if (site.logo === undefined || /^https?:/.test(site.logo)) return site.logo;
  const bytes = readFileSync(site.logo);
  const path = `assets/logo-${sha256(bytes).slice(0, 10)}${extname(site.logo).toLowerCase()}`;
  assets.push({ path, bytes });
  return `/${path}`;
}

/** Markdown files of a folder; the first heading is the title. */
function ownPages(folder: string): OwnPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const heading = /^#[ \t]+(.+)$/m.exec(text);
      const slug = name.slice(0, -3);
      return {
        slug,
        title: heading?.[1]?.trim() ?? slug,
        html: marked.parse(heading ? text.replace(heading[0], '') : text, { async: false }),
      };
    })
    .filter(
      (page) =>
        !RESERVED.has(page.slug) && /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(page.slug) && !/^\d{4}$/.test(page.slug),
    );
}

/** Own colours: `red: '#0a5'` sets --red; `dark-red` what it is in the dark. */
function colourCss(colours: Site['colours']): string {
  const given = Object.entries(colours ?? {}).filter(
    ([name, value]) => /^[a-z-]+$/.test(name) && /^[\w#(),.%\s/-]+$/.test(value),
  );
  const dark = new Map(
    given.filter(([name]) => name.startsWith('dark-')).map(([name, value]) => [name.slice(5), value]),
  );
  const rules = given
    .filter(([name]) => !name.startsWith('dark-'))
    .map(([name, value]) => `--${name}:light-dark(${value},${dark.get(name) ?? value})`);
  return rules.length === 0 ? '' : `:root{${rules.join(';')}}`;
}
