import { type Problem, type ProblemCode, problem } from '../model/problem.ts';

const BY_CODE: Record<string, ProblemCode> = {
  KANYIN_REFUSED: 'FETCH_REFUSED_ADDRESS',
  ENOTFOUND: 'FETCH_DNS',
  EAI_AGAIN: 'FETCH_DNS',
  EAI_FAIL: 'FETCH_DNS',
  EAI_NODATA: 'FETCH_DNS',
  EAI_NONAME: 'FETCH_DNS',
  ENODATA: 'FETCH_DNS',
  ESERVFAIL: 'FETCH_DNS',
  EBADNAME: 'FETCH_DNS',
  ETIMEOUT: 'FETCH_DNS',
  ECONNREFUSED: 'FETCH_CONNECT',
  ECONNRESET: 'FETCH_CONNECT',
  EHOSTUNREACH: 'FETCH_CONNECT',
  ENETUNREACH: 'FETCH_CONNECT',
  EADDRNOTAVAIL: 'FETCH_CONNECT',
  EPIPE: 'FETCH_CONNECT',
  ETIMEDOUT: 'FETCH_TIMEOUT',
  UND_ERR_CONNECT_TIMEOUT: 'FETCH_TIMEOUT',
  UND_ERR_HEADERS_TIMEOUT: 'FETCH_TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'FETCH_TIMEOUT',
  UND_ERR_SOCKET: 'FETCH_CONNECT',
  UND_ERR_HEADERS_OVERFLOW: 'FETCH_BAD_ANSWER',
  UND_ERR_INVALID_ARG: 'FETCH_ADDRESS',
  UND_ERR_PRX_TLS: 'FETCH_PROXY',
  UND_ERR_PRX_CONN: 'FETCH_PROXY',
  EPROTO: 'FETCH_TLS',
};

/**
 * The problem of a connection that failed. `began`: the answer had begun, so what came of it is only a part. `proxied`: it was the
 * proxy that could not be reached.
 */
export function transportProblem(error: Error, where: string, more: { began: boolean; proxied: boolean }): Problem {
  const inner = innermost(error);
  const code = (inner as NodeJS.ErrnoException).code ?? '';
  let found = codeFor(code, error);
  if (more.began && (found === 'FETCH_CONNECT' || /^UND_ERR_RES_CONTENT_LENGTH|^HPE_INVALID_EOF/.test(code)))
    found = 'FETCH_TRUNCATED';
  else if (more.proxied && (found === 'FETCH_CONNECT' || found === 'FETCH_DNS')) found = 'FETCH_PROXY';
  return problem(found, { where, why: whyOf(inner, code), cause: error });
}

function codeFor(code: string, error: Error): ProblemCode {
  if (/HTTP Tunneling|\bproxy\b/i.test(error.message)) return 'FETCH_PROXY';
  const direct = BY_CODE[code];
  if (direct) return direct;
  if (/^ERR_(?:SSL|TLS)_|^CERT_|_CERT|^CRL_|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_PURPOSE/.test(code))
    return 'FETCH_TLS';
  if (error.name === 'HTTPParserError') return 'FETCH_BAD_ANSWER';
  return code.startsWith('HPE_') || code.startsWith('UND_ERR_RES') ? 'FETCH_BAD_ANSWER' : 'FETCH_CONNECT';
}

/** Follows `cause` and the first of several errors to the one with a code of its own. */
function innermost(error: Error): Error {
  let at = error;
  for (let depth = 0; depth < 5; depth++) {
    const code = (at as NodeJS.ErrnoException).code;
    const next = at instanceof AggregateError ? at.errors[0] : at.cause;
    if (!(next instanceof Error) || (code !== undefined && code in BY_CODE && !(at instanceof AggregateError)))
      return at;
    at = next;
  }
  return at;
}

/** The library's sentence, short, without anything that looks like a login. */
const whyOf = (error: Error, code: string): string =>
  `${error.message
    .replace(/\/\/[^/\s@]*@/g, '//')
    .replace(/\s+/g, ' ')
    .slice(0, 200)}${code !== '' && !error.message.includes(code) ? ` (${code})` : ''}`;
