import type { FetchRequest } from '../model/fetched.ts';

const ACCEPT: Record<FetchRequest['kind'], string> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
  picture: 'image/avif, image/webp, image/*, */*;q=0.1',
  robots: 'text/plain, */*;q=0.1',
  api: 'application/json, */*;q=0.5',
};

/** Headers of one hop. The source's own headers and the login go to the origin they were meant for, and no further. */
export function requestHeaders(
  request: FetchRequest,
  hop: { userAgent: string; sameOrigin: boolean; authorization?: string; cookie?: string },
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': hop.userAgent,
    accept: ACCEPT[request.kind],
    'accept-encoding': 'gzip, deflate, br, zstd',
  };
  if (request.validators?.etag !== undefined) headers['if-none-match'] = request.validators.etag;
  if (request.validators?.lastModified !== undefined) headers['if-modified-since'] = request.validators.lastModified;
  if (hop.sameOrigin) {
    if (hop.authorization !== undefined) headers['authorization'] = hop.authorization;
    if (request.headers) {
      for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
    }
  }
  if (hop.cookie !== undefined)
    headers['cookie'] = headers['cookie'] ? `${headers['cookie']}; ${hop.cookie}` : hop.cookie;
  return headers;
}
