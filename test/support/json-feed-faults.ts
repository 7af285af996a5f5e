type Fields = Record<string, unknown>;

const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:\/\/./.test(value) && URL.canParse(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (each: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(each);
const isAuthor = (value: unknown): boolean => isObject(value) && (isText(value['name']) || isAddress(value['url']));

type Rule = [check: (value: unknown) => boolean, needed?: 'needed'];

/** JSON Feed 1.1, top level and items; what begins with `_` is an extension. */
const FEED: Record<string, Rule> = {
  version: [(value) => value === 'https://jsonfeed.org/version/1.1', 'needed'],
  title: [isText, 'needed'],
  home_page_url: [isAddress],
  feed_url: [isAddress],
  description: [isText],
  icon: [isAddress],
  favicon: [isAddress],
  language: [isText],
  authors: [listOf(isAuthor)],
  hubs: [listOf((hub) => isObject(hub) && isText(hub['type']) && isAddress(hub['url']))],
  items: [Array.isArray, 'needed'],
};
const ITEM: Record<string, Rule> = {
  id: [isText, 'needed'],
  url: [isAddress],
  external_url: [isAddress],
  title: [(value) => typeof value === 'string'],
  content_html: [(value) => typeof value === 'string', 'needed'],
  summary: [(value) => typeof value === 'string'],
  image: [isAddress],
  date_published: [isInstant],
  date_modified: [isInstant],
  authors: [listOf(isAuthor)],
  tags: [listOf(isText)],
  language: [isText],
};

/** What is wrong with a document as a JSON Feed 1.1 that carries whole texts. */
export function jsonFeedFaults(document: unknown): string[] {
  if (!isObject(document)) return ['no object'];
  const items = Array.isArray(document['items']) ? document['items'] : [];
  const ids = items.map((item) => (isObject(item) ? item['id'] : undefined));
  return [
    ...faults(document, FEED, 'feed'),
    ...items.flatMap((item, i) => (isObject(item) ? faults(item, ITEM, `item ${i}`) : [`item ${i} is no object`])),
    ...(new Set(ids).size < ids.length ? ['two items have one id'] : []),
  ];
}

function faults(fields: Fields, rules: Record<string, Rule>, where: string): string[] {
  const missing = Object.entries(rules).filter(([name, [, needed]]) => needed && !(name in fields));
  const wrong = Object.entries(fields).filter(([name, value]) => !name.startsWith('_') && !rules[name]?.[0](value));
  return [
    ...missing.map(([name]) => `${where} has no ${name}`),
    ...wrong.map(([name, value]) => `${where}: ${name} is ${JSON.stringify(value)?.slice(0, 80)}`),
  ];
}
