/** A route an instance offers. */
export interface RsshubRoute {
  namespace: string;
  /** name of the site */
  site: string;
  path: string;
  name: string;
  categories: string[];
  /** a route that works as it stands, `/sina/finance/china` */
  example?: string;
  /** what each parameter means */
  parameters: Record<string, string>;
  /** `configuration`, `browser`, `anti-crawler`, … in words */
  needs: string[];
}

const FEATURES: Record<string, string> = {
  requireConfig: 'configuration on the instance',
  requirePuppeteer: 'a browser on the instance',
  antiCrawler: 'patience: the site fights crawlers',
};

/** Answers of `/api/namespace` and `/api/category/{category}`; anything malformed is left out. */
export function readRoutes(data: unknown): RsshubRoute[] {
  const routes: RsshubRoute[] = [];
  for (const [namespace, entry] of fields(data)) {
    const site = text(fieldOf(fieldOf(entry, 'zh'), 'name')) ?? text(fieldOf(entry, 'name')) ?? namespace;
    for (const [key, route] of fields(fieldOf(entry, 'routes'))) {
      const paths = fieldOf(route, 'path');
      const path = text(Array.isArray(paths) ? paths[0] : paths) ?? key;
      const example = text(fieldOf(route, 'example'));
      const categories = fieldOf(route, 'categories');
      routes.push({
        namespace,
        site,
        path: `/${namespace}${path.startsWith('/') ? path : `/${path}`}`,
        name: text(fieldOf(fieldOf(route, 'zh'), 'name')) ?? text(fieldOf(route, 'name')) ?? path,
        categories: Array.isArray(categories) ? categories.filter((c): c is string => typeof c === 'string') : [],
        parameters: Object.fromEntries(
          fields(fieldOf(route, 'parameters')).map(([name, says]) => [
            name,
            text(says) ?? text(fieldOf(says, 'description')) ?? '',
          ]),
        ),
        needs: fields(fieldOf(route, 'features'))
          .filter(
            ([name, value]) =>
              name in FEATURES && value !== false && value !== null && !(Array.isArray(value) && value.length === 0),
          )
          .map(([name]) => FEATURES[name]!),
        ...(example === undefined ? {} : { example }),
      });
    }
  }
  return routes;
}

export interface RadarRoute {
  title: string;
  /** `rsshub://…`, parameters filled in from the address */
  route: string;
  /** parameters that the address does not tell */
  open: string[];
}

/** Routes whose radar rules match an address. Answer of `/api/radar/rules`: {domain: {_name, subdomain: [{title, source, target}]}}. */
export function matchRadar(data: unknown, address: string): RadarRoute[] {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return [];
  }
  const found = new Map<string, RadarRoute>();
  for (const [domain, rules] of fields(data)) {
    if (url.hostname !== domain && !url.hostname.endsWith(`.${domain}`)) continue;
    const below = url.hostname === domain ? '.' : url.hostname.slice(0, -domain.length - 1);
    for (const [subdomain, list] of fields(rules)) {
      if (subdomain === '_name' || !Array.isArray(list)) continue;
      if (subdomain !== below && !(subdomain === 'www' && below === '.') && !(subdomain === '.' && below === 'www'))
        continue;
      for (const rule of list as unknown[]) {
        const target = text(fieldOf(rule, 'target'));
        const sources = fieldOf(rule, 'source');
        if (target === undefined) continue;
        for (const source of Array.isArray(sources) ? sources : [sources]) {
          const values = typeof source === 'string' ? matchPath(source, url) : undefined;
          if (!values) continue;
          const { route, open } = fillIn(target, values);
          if (!found.has(route)) found.set(route, { title: text(fieldOf(rule, 'title')) ?? route, route, open });
        }
      }
    }
  }
  return [...found.values()];
}

/** `/china/:id`, `/user/:name?`, `/tag/*rest` against a path, segment by segment. */
function matchPath(pattern: string, url: URL): Map<string, string> | undefined {
  const [path = ''] = pattern.split('?');
  const want = path.split('/').filter((part) => part !== '');
  const have = url.pathname.split('/').filter((part) => part !== '');
  const values = new Map<string, string>();
  for (const [i, part] of want.entries()) {
    if (part.startsWith('*')) return values;
    const given = have[i];
    if (part.startsWith(':')) {
      const optional = part.endsWith('?') || pattern.endsWith(`${part}?`);
      if (given === undefined && !optional) return undefined;
      const name = part.slice(1).replace(/[?{(].*$/, '');
      if (given !== undefined) values.set(name, given.replace(/\.s?html?$/, ''));
    } else if (part !== given) return undefined;
  }
  return have.length <= want.length ? values : undefined;
}

function fillIn(target: string, values: Map<string, string>): { route: string; open: string[] } {
  const open: string[] = [];
  const parts = target.split('/').flatMap((part): string[] => {
    if (!part.startsWith(':')) return [part];
    const name = part.slice(1).replace(/[?{(].*$/, '');
    const value = values.get(name);
    if (value !== undefined) return [encodeURIComponent(value)];
    if (part.endsWith('?')) return [];
    open.push(name);
    return [part];
  });
  return { route: `rsshub://${parts.join('/').replace(/^\/+/, '')}`, open };
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const fields = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
