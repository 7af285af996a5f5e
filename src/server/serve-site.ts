import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { sha256 } from '../kit/hash.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

/** Nothing runs that the site did not ship; pictures may come from outlets when they are hotlinked. */
export const SITE_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https: http:; media-src https: http:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The published folder as a site: index.html for folders, 304 by content hash, 404.html. */
export function serveSite(root: string): MiddlewareHandler {
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('method not allowed', 405);
    const path = safePath(c.req.path);
    const file = path === undefined ? undefined : await readSiteFile(root, path);
    if (!file) {
      const missing = await readSiteFile(root, '/404.html');
      return c.body(missing?.bytes ?? 'not found', 404, {
        'content-type': 'text/html; charset=utf-8',
        ...SITE_HEADERS,
      });
    }
    if (file.folder) return c.redirect(`${c.req.path}/`, 301);
    const etag = `"${sha256(file.bytes).slice(0, 20)}"`;
    const headers = { etag, 'content-type': file.type, 'cache-control': cacheFor(path ?? ''), ...SITE_HEADERS };
    // a compressed answer carries it as a weak one
    if (c.req.header('if-none-match')?.replace(/^W\//, '') === etag) return c.body(null, 304, headers);
    return c.req.method === 'HEAD' ? c.body(null, 200, headers) : c.body(file.bytes, 200, headers);
  };
}

/** Names made of a hash never change what they name. */
const cacheFor = (path: string): string =>
  /^\/(pictures\/..\/|assets\/)/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

function safePath(raw: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(raw));
    return path.startsWith('/') && !path.includes('\0') && !path.split('/').some((part) => part.startsWith('.'))
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}

async function readSiteFile(
  root: string,
  path: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; folder: boolean } | undefined> {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  try {
    const bytes = new Uint8Array(await readFile(join(root, name)));
    return { bytes, type: TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream', folder: false };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EISDIR') return { bytes: new Uint8Array(), type: '', folder: true };
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}
