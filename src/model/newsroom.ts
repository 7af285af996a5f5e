/** The configuration after parsing: every default filled in, every relative path made absolute. */
export interface Newsroom {
  /** folder of kanyin.yaml; everything relative is relative to it */
  root: string;
  site: Site;
  sources: SourceConfig[];
  fetch: FetchPolicy;
  outputs: Outputs;
  filters: Filters;
  labels: LabelSettings;
  rsshub: { instances: string[] };
  /** path of the SQLite file, `<root>/data/kanyin.db` unless configured */
  store: string;
  /** address of the sample origin, where this newsroom reads the sample */
  sample?: { port: number };
}

export interface Site {
  title: string;
  description?: string;
  /** absolute, no trailing slash */
  baseUrl: string;
  language: 'zh-CN' | 'en';
  /** IANA */
  timeZone: string;
  /** path or address of a logo picture */
  logo?: string;
  /** the seal red and others, CSS colours */
  colours?: Record<string, string>;
  menu: { title: string; url: string }[];
  sections: { slug: string; title: string }[];
  /** path of own CSS in the newsroom folder */
  css?: string;
  /** paths of HTML partials */
  header?: string;
  footer?: string;
  /** folder of own pages in Markdown */
  pages?: string;
  hub?: string;
  images: 'keep' | 'hotlink';
  /** what the search of the static site looks through: titles and leads unless `texts` */
  search?: 'titles' | 'texts';
}

export interface SourceConfig {
  /** slug, unique, stable: derived from the address where not given */
  id: string;
  title?: string;
  /** `feed` unless `listing`/`sitemap`; rsshub:// addresses are feeds */
  kind: 'feed' | 'listing' | 'sitemap';
  url: string;
  /** section slug */
  section: string;
  outlet?: string;
  fullText: 'auto' | 'always' | 'never';
  /** for list pages: selectors inferred by `kanyin add` */
  listing?: { item: string; link?: string; title?: string; date?: string; picture?: string };
  headers?: Record<string, string>;
  /** polls no more often than this */
  everyMinutes?: number;
  /** overrides Retry-After of the host */
  retryAfterMinutes?: number;
  filters?: Filters;
  /** [category, site, route] as the ancestor filed */
  categories?: string[];
  /** IANA zone for dates without one; default by language */
  timeZone?: string;
  /** attributes of an OPML outline that mean nothing to us, kept for the way out */
  opml?: Record<string, string>;
  /** the folders its outline stood in, outermost first, where the section alone does not tell them; `text` is the name */
  opmlFolders?: Record<string, string>[];
}

export interface FetchPolicy {
  userAgent: string;
  /** hosts, addresses or CIDR ranges that may be private, e.g. `127.0.0.1:4100` */
  allowPrivate: string[];
  /** least ms between two requests to one host */
  spacingMs: number;
  /** requests to different hosts at once */
  hostsAtOnce: number;
  proxy?: string;
  /** hosts reached without the proxy, as NO_PROXY lists them: `example.com` (and all below it), `.example.com`, `host:port`, CIDR, `*` */
  noProxy?: string[];
  minMinutes: number;
  maxMinutes: number;
  robots: boolean;
  /** public address for WebSub callbacks */
  websubCallback?: string;
}

export interface Outputs {
  site?: { dir: string };
  hexo?: { dir: string; profile: 'hexo' | 'rsshub-page'; labelsAsTags: boolean };
}

export interface FilterRule {
  action: 'keep' | 'drop';
  on: 'title' | 'author' | 'category' | 'url' | 'text';
  /** RE2 syntax */
  match: string;
}
export type Filters = FilterRule[];

export interface LabelSettings {
  on: boolean;
  /** extra gazetteer files in the newsroom folder */
  gazetteers: string[];
  companies: { name: string; id: string; aliases?: string[] }[];
  people: { name: string; aliases?: string[] }[];
  /** id: administrative code */
  places: { name: string; id?: string; aliases?: string[] }[];
  orgs: { name: string; aliases?: string[] }[];
  topics: { name: string; aliases?: string[]; from?: string; to?: string }[];
  /** surfaces never labelled, by kind or for all */
  vetoes: { surface: string; kind?: string; id?: string }[];
}
