import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileFilters } from '../../kit/filters.ts';
import { sha256 } from '../../kit/hash.ts';
import type { Filters, Newsroom, SourceConfig } from '../../model/newsroom.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Env } from './env.ts';
import type { ConfigFile } from './schema.ts';

export const DEFAULT_PORT = 4000;
export const SAMPLE_PORT = 4180;
const HOME = 'https://github.com/kanyin-news/kanyin';
const DEFAULT_SECTION = { slug: 'news', 'zh-CN': '要闻', en: 'News' };

/** Fills in every default and makes every path absolute; refuses what the schema alone cannot see. */
export function toNewsroom(
  file: ConfigFile,
  root: string,
  env: Env,
  refuse: (path: PropertyKey[], says: string) => Problem,
): Outcome<Newsroom> {
  const timeZone = file.time_zone;
  if (!isTimeZone(timeZone))
    return fail(refuse(['time_zone'], `"${timeZone}" is no IANA time zone such as Asia/Shanghai`));
  for (const key of ['css', 'header', 'footer', 'pages', 'logo'] as const) {
    const path = file[key];
    if (path !== undefined && !/^https?:/.test(path) && !existsSync(resolve(root, path))) {
      return fail(refuse([key], `${key}: there is no ${resolve(root, path)}`));
    }
  }

  for (const [path, rules] of [
    [['filters'], file.filters],
    ...file.sources.map((s, i) => [['sources', i, 'filters'], typeof s === 'string' ? [] : (s.filters ?? [])]),
  ] as [PropertyKey[], typeof file.filters][]) {
    const compiled = compileFilters(readFilters(rules));
    if (!compiled.ok) return fail(refuse(path, compiled.problem.why ?? 'a filter cannot be read'));
  }

  const sections = new Map(Object.entries(file.sections));
  const sectionSlug = (asked: string | undefined): string => {
    if (asked === undefined) {
      const first = sections.keys().next().value;
      if (first !== undefined) return first;
      sections.set(DEFAULT_SECTION.slug, DEFAULT_SECTION[file.language]);
      return DEFAULT_SECTION.slug;
    }
    if (sections.has(asked)) return asked;
    for (const [slug, title] of sections) if (title === asked) return slug;
    const slug = slugOf(asked);
    sections.set(slug, asked);
    return slug;
  };

  const sources: SourceConfig[] = [];
  const ids = new Set<string>();
  for (const [i, given] of file.sources.entries()) {
    const source = typeof given === 'string' ? { url: given } : given;
    if (!/^(https?|rsshub):\/\/./.test(source.url)) {
      return fail(refuse(['sources', i], `sources.${i}.url: "${source.url}" is no http(s) or rsshub:// address`));
    }
    const id = source.id ?? uniqueId(source.url, ids);
    if (ids.has(id)) return fail(refuse(['sources', i], `sources.${i}.id: "${id}" is given twice`));
    ids.add(id);
    sources.push({
      id,
      url: source.url,
      kind:
        source.kind ??
        (source.listing ? 'listing' : /sitemap[^/]*\.xml(\.gz)?$/i.test(source.url) ? 'sitemap' : 'feed'),
      section: sectionSlug(source.section),
      fullText: source.full_text ?? 'auto',
      ...defined({
        title: source.title,
        outlet: source.outlet,
        headers: source.headers,
        everyMinutes: source.every_minutes,
        retryAfterMinutes: source.retry_after_minutes,
        categories: source.categories,
        timeZone: source.time_zone,
        opml: source.opml,
        opmlFolders: source.opml_folders,
        filters: source.filters && readFilters(source.filters),
        listing: source.listing && defined(source.listing),
      }),
    } as SourceConfig);
  }

  if (/^[a-z]+:\/\//i.test(file.store ?? '')) {
    return fail(
      refuse(['store'], `store: "${file.store}" is no path; this version keeps its store in one SQLite file`),
    );
  }
  const sample = file.sample ? { port: file.sample === true ? SAMPLE_PORT : file.sample.port } : undefined;
  const site = file.outputs?.site;
  const hexo = file.outputs?.hexo;
  const port = Number(env['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return fail(problem('CONFIG_INVALID', { where: 'PORT', why: `"${env['PORT']}" is no port number` }));
  }
  const baseUrl = (env['BASE_URL'] ?? file.base_url ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '');
  if (!/^https?:\/\/./.test(baseUrl) || !URL.canParse(baseUrl)) {
    return fail(
      problem('CONFIG_INVALID', { where: 'BASE_URL', why: `"${env['BASE_URL']}" is no http:// or https:// address` }),
    );
  }
  const labels = file.labels;
  return ok({
    root,
    site: {
      title: file.title,
      baseUrl,
      language: file.language,
      timeZone,
      menu: file.menu,
      sections: [...sections].map(([slug, title]) => ({ slug, title })),
      images: file.images,
      search: file.search,
      ...defined({
        description: file.description,
        logo: file.logo,
        colours: file.colours,
        hub: file.websub?.hub,
        css: file.css && resolve(root, file.css),
        header: file.header && resolve(root, file.header),
        footer: file.footer && resolve(root, file.footer),
        pages: file.pages && resolve(root, file.pages),
      }),
    } as Newsroom['site'],
    sources,
    fetch: {
      userAgent: file.fetch?.user_agent ?? `Kanyin/0.1 (+${file.base_url ?? HOME})`,
      allowPrivate: [...(file.fetch?.allow_private ?? []), ...(sample ? [`127.0.0.1:${sample.port}`] : [])],
      spacingMs: file.fetch?.spacing_ms ?? 1000,
      hostsAtOnce: file.fetch?.hosts_at_once ?? 32,
      minMinutes: file.fetch?.min_minutes ?? 5,
      maxMinutes: file.fetch?.max_minutes ?? 24 * 60,
      robots: file.fetch?.robots ?? true,
      ...defined({
        proxy: file.fetch?.proxy ?? env['HTTP_PROXY'] ?? env['http_proxy'],
        noProxy: (env['NO_PROXY'] ?? env['no_proxy'])?.split(/[\s,]+/).filter((host) => host !== ''),
        websubCallback: file.websub?.callback,
      }),
    } as Newsroom['fetch'],
    outputs: {
      ...(site === false ? {} : { site: { dir: resolve(root, site ?? 'public') } }),
      ...(hexo === undefined
        ? {}
        : {
            hexo:
              typeof hexo === 'string'
                ? { dir: resolve(root, hexo), profile: 'hexo' as const, labelsAsTags: false }
                : { dir: resolve(root, hexo.dir), profile: hexo.profile, labelsAsTags: hexo.labels_as_tags },
          }),
    },
    filters: readFilters(file.filters),
    rsshub: { instances: file.rsshub.map((url) => url.replace(/\/+$/, '')) },
    labels: {
      on: labels?.on ?? true,
      gazetteers: (labels?.gazetteers ?? []).map((path) => resolve(root, path)),
      companies: (labels?.companies ?? []) as Newsroom['labels']['companies'],
      people: (labels?.people ?? []) as Newsroom['labels']['people'],
      places: (labels?.places ?? []) as Newsroom['labels']['places'],
      orgs: (labels?.orgs ?? []) as Newsroom['labels']['orgs'],
      topics: (labels?.topics ?? []) as Newsroom['labels']['topics'],
      vetoes: (labels?.vetoes ?? []).map((veto) =>
        typeof veto === 'string' ? { surface: veto } : veto,
      ) as Newsroom['labels']['vetoes'],
    },
    store: resolve(root, file.store ?? 'data/kanyin.db'),
    ...(sample ? { sample } : {}),
  });
}

function readFilters(
  rules: readonly { keep?: string | undefined; drop?: string | undefined; on: Filters[number]['on'] }[],
): Filters {
  return rules.map((rule) => ({
    action: rule.keep === undefined ? 'drop' : 'keep',
    on: rule.on,
    match: rule.keep ?? rule.drop ?? '',
  }));
}

function defined<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function slugOf(text: string): string {
  const ascii = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii.length > 1 ? ascii : `s-${sha256(text).slice(0, 6)}`;
}

/** A readable, stable name from the address: host and last parts of the path. */
function uniqueId(url: string, taken: Set<string>): string {
  const plain = url.replace(/^[a-z]+:\/\/(www\.)?/i, '').replace(/\.(xml|rss|atom|json|html?)$/i, '');
  const id = slugOf(plain).slice(0, 48).replace(/-+$/, '');
  return taken.has(id) ? `${id}-${sha256(url).slice(0, 4)}` : id;
}
