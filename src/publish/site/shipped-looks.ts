import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../kit/hash.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOM = fileURLToPath(new URL('..', import.meta.url));
const STYLES = ['colour', 'base', 'masthead', 'front', 'list', 'article', 'pages', 'print'];

export interface ShippedLooks {
  css: string;
  script: string;
  /** of the templates: after an update of Kanyin every page is due */
  hash: string;
}

let shipped: ShippedLooks | undefined;

/** Styles, script and the hash of the templates. Read once a process: code does not change under it. */
export function shippedLooks(): ShippedLooks {
  shipped ??= {
    css: STYLES.map((name) => minifyCss(readFileSync(join(HERE, 'style', `${name}.css`), 'utf8'))).join(''),
    script: readFileSync(join(HERE, 'script', 'kanyin.js'), 'utf8'),
    hash: templatesHash(),
  };
  return shipped;
}

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
