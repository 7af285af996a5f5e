import { safeAddress } from '../kit/safe-address.ts';
import type { Fetched, FetchRequest } from '../model/fetched.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { decodeBody } from './decode-body.ts';
import type { Headers } from './exchange.ts';
import type { Answer } from './hop.ts';

/** Never handed on: they hold sessions. */
const SECRET_HEADERS = new Set(['set-cookie', 'set-cookie2', 'authorization', 'proxy-authorization']);
const NOTHING = new Uint8Array(0);

/** A success (200-range or 304) as the rest of Kanyin sees it: decoded, within the caps, with the validators to store. */
export function toFetched(
  answer: Answer,
  request: FetchRequest,
  more: { url: URL; redirects: Fetched['redirects']; decodedBytes: number; ms: number },
): Outcome<Fetched> {
  const where = safeAddress(more.url.href);
  const headers = flatHeaders(answer.headers);
  let bytes: Uint8Array = NOTHING;
  if (answer.status === 304) {
    if (!request.validators?.etag && !request.validators?.lastModified)
      return fail(problem('FETCH_BAD_ANSWER', { where, why: 'HTTP 304 to a request without validators' }));
  } else {
    if (answer.status === 206)
      return fail(problem('FETCH_TRUNCATED', { where, why: 'HTTP 206, a part nobody asked for' }));
    const decoded = decodeBody(answer.body, headers['content-encoding'], more.decodedBytes);
    switch (decoded.kind) {
      case 'bytes':
        bytes = decoded.bytes;
        break;
      case 'too-large':
        return fail(problem('FETCH_TOO_LARGE', { where, why: `more than ${more.decodedBytes} bytes decoded` }));
      case 'truncated':
        return fail(problem('FETCH_TRUNCATED', { where, why: decoded.why }));
      case 'corrupt':
        return fail(problem('FETCH_BAD_ANSWER', { where, why: decoded.why }));
    }
  }
  return ok({
    status: answer.status,
    url: withoutLogin(more.url),
    redirects: more.redirects,
    headers,
    bytes,
    wireBytes: answer.wireBytes,
    validators: validatorsOf(headers, answer.status === 304 ? request.validators : undefined),
    ms: more.ms,
  });
}

/** Verbatim. After 304, what the answer does not name stays as it was sent. */
function validatorsOf(headers: Record<string, string>, sent: Fetched['validators'] | undefined): Fetched['validators'] {
  const etag = headers['etag'] ?? sent?.etag;
  const lastModified = headers['last-modified'] ?? sent?.lastModified;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function flatHeaders(headers: Headers): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || SECRET_HEADERS.has(name)) continue;
    flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

/** The address without user name, password and fragment. */
export function withoutLogin(url: URL): string {
  if (url.username === '' && url.password === '' && url.hash === '') return url.href;
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare.href;
}
