import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../kit/hash.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOM = fileURLToPath(new URL('..', import.meta.url));
/** Sheets by kind of page, in the order they are joined; kinds not named here show lists. */
const STYLES = {
  article: ['colour', 'base', 'masthead', 'article', 'print'],
  own: ['colour', 'base', 'masthead', 'article', 'pages', 'print'],
  list: ['colour', 'base', 'masthead', 'front', 'list', 'pages', 'print'],
};
export type StyleKind = keyof typeof STYLES;

/** `article has-facts` wears the styles of articles. */
export const styleKind = (pageKind: string): StyleKind => {
  const [name = ''] = pageKind.split(' ');
  return name === 'article' || name === 'own' ? name : 'list';
};

export interface ShippedLooks {
  css: Record<StyleKind, string>;
  cssBytes: Record<StyleKind, Uint8Array>;
  script: string;
  scriptHash: string;
  /** of the search page, one module */
  searchScript: string;
  searchScriptHash: string;
  searchWorker: string;
  /** of the templates: after an update of Kanyin every page is due */
  hash: string;
}

let shipped: ShippedLooks | undefined;

/** Styles, script and the hash of the templates. Read once a process: code does not change under it. */
export function shippedLooks(): ShippedLooks {
  shipped ??= readShipped();
  return shipped;
}

function readShipped(): ShippedLooks {
  const css = { article: joined('article'), own: joined('own'), list: joined('list') };
  const script = ['kanyin.js', 'starred.js'].map((name) => readFileSync(join(HERE, 'script', name), 'utf8')).join('');
  const searchScript = partsOf(join(HERE, 'script', 'search.js'))
    .map(asPart)
    .join('');
  return {
    css,
    cssBytes: bytesOf(css),
    script,
    scriptHash: sha256(script).slice(0, 10),
    searchScript,
    searchScriptHash: sha256(searchScript).slice(0, 10),
    searchWorker: readFileSync(join(HERE, 'script', 'search-worker.js'), 'utf8'),
    hash: templatesHash(),
  };
}

export const bytesOf = (css: Record<StyleKind, string>): Record<StyleKind, Uint8Array> => ({
  article: Buffer.from(css.article),
  own: Buffer.from(css.own),
  list: Buffer.from(css.list),
});

const joined = (kind: StyleKind): string =>
  STYLES[kind].map((name) => minifyCss(readFileSync(join(HERE, 'style', `${name}.css`), 'utf8'))).join('');

/** The files a module is made of: each behind all it imports. */
function partsOf(file: string, parts: string[] = []): string[] {
  if (parts.includes(file)) return parts;
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(/^import [^;]* from '([^']+)';$/gm))
    partsOf(resolve(dirname(file), imported!), parts);
  parts.push(file);
  return parts;
}

/** One of our modules as a part of another. */
const asPart = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^export /gm, '')
    .replace(/^\s*\/\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/^\s+/gm, '');

/** For our own sheets: comments and needless white space go. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ \/ /g, '/')
    .replace(/ ([>+]) (?=[\w.*[:])/g, '$1')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.')
    .replaceAll(';}', '}')
    .trim();

function templatesHash(): string {
  const parts: string[] = [];
  const folders = [ROOM];
  while (folders.length > 0) {
    const folder = folders.pop()!;
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) folders.push(path);
      else if (/\.(ts|js|css)$/.test(name)) parts.push(sha256(readFileSync(path)));
    }
  }
  return sha256(parts.join());
}
