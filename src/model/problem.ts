/**
 * The one table of expected failures. `stage` is the room that reports it, `retry` whether the same
 * request may succeed later, `says` the sentence, `remedy` what a person can do.
 * docs/problems.md documents every row; a test holds the two together both ways.
 */
export const PROBLEMS = {
  CONFIG_INVALID: {
    stage: 'cli',
    retry: false,
    says: 'the configuration cannot be used',
    remedy: 'correct the named line of kanyin.yaml',
  },
  CONFIG_MISSING: {
    stage: 'cli',
    retry: false,
    says: 'there is no kanyin.yaml here',
    remedy: 'run `kanyin init` or give --config',
  },
  USAGE: { stage: 'cli', retry: false, says: 'the command line cannot be used', remedy: 'see `kanyin VERB --help`' },
  FILE_UNREADABLE: {
    stage: 'cli',
    retry: false,
    says: 'a file cannot be read',
    remedy: 'check the path and its permissions',
  },
  FILE_UNWRITABLE: {
    stage: 'cli',
    retry: false,
    says: 'a file cannot be written',
    remedy: 'check its folder and the permissions there',
  },
  DISK_FULL: {
    stage: 'store',
    retry: true,
    says: 'the disk is full',
    remedy: 'free some space; nothing stored is lost, the run goes on by itself',
  },
  STORE_BUSY: {
    stage: 'store',
    retry: true,
    says: 'another process holds the store',
    remedy: 'stop the other kanyin, or wait',
  },
  STORE_NEWER: {
    stage: 'store',
    retry: false,
    says: 'the store was written by a newer Kanyin',
    remedy: 'update Kanyin',
  },
  STORE_DAMAGED: {
    stage: 'store',
    retry: false,
    says: 'the store cannot be opened',
    remedy: 'restore the last backup',
  },
  FETCH_ADDRESS: {
    stage: 'fetch',
    retry: false,
    says: 'the address cannot be fetched',
    remedy: 'give an http:// or https:// address',
  },
  FETCH_REFUSED_ADDRESS: {
    stage: 'fetch',
    retry: false,
    says: 'the address leads into a private network',
    remedy: 'if that is meant, name the host or range under fetch.allow_private',
  },
  FETCH_DNS: {
    stage: 'fetch',
    retry: true,
    says: 'the host name cannot be resolved',
    remedy: 'check the spelling of the host; if it has moved, correct the address',
  },
  FETCH_CONNECT: {
    stage: 'fetch',
    retry: true,
    says: 'no connection to the host',
    remedy: 'the host may be down; it is tried again by itself',
  },
  FETCH_PROXY: {
    stage: 'fetch',
    retry: true,
    says: 'the proxy does not pass the request on',
    remedy: 'check fetch.proxy or HTTP_PROXY, and its user name and password',
  },
  FETCH_TLS: {
    stage: 'fetch',
    retry: true,
    says: 'the connection is not secure',
    remedy: 'the certificate of the host is wrong or expired; tell the publisher',
  },
  FETCH_TIMEOUT: {
    stage: 'fetch',
    retry: true,
    says: 'the host did not answer in time',
    remedy: 'it is tried again by itself, with growing pauses',
  },
  FETCH_TOO_LARGE: {
    stage: 'fetch',
    retry: false,
    says: 'the answer is larger than the limit',
    remedy: 'check that the address is a feed or page; a smaller feed of the site may exist',
  },
  FETCH_TRUNCATED: {
    stage: 'fetch',
    retry: true,
    says: 'the answer broke off',
    remedy: 'it is tried again by itself; nothing stored is touched',
  },
  FETCH_BAD_ANSWER: {
    stage: 'fetch',
    retry: true,
    says: 'the answer is not usable HTTP',
    remedy: 'it is tried again by itself; if it stays, tell the publisher',
  },
  FETCH_REDIRECT_LOOP: {
    stage: 'fetch',
    retry: true,
    says: 'the redirects do not end',
    remedy: 'open the address in a browser and use the one it arrives at',
  },
  FETCH_CHALLENGE: {
    stage: 'fetch',
    retry: true,
    says: 'the host asks for a browser check',
    remedy: 'ask the publisher for a feed without the check, or read the source through RSSHub',
  },
  FETCH_ROBOTS: {
    stage: 'fetch',
    retry: true,
    says: 'robots.txt does not allow the page',
    remedy: 'the article keeps what the feed gave; ask the publisher for leave',
  },
  HTTP_UNAUTHORIZED: {
    stage: 'fetch',
    retry: true,
    says: 'the host wants a login',
    remedy: 'set the headers of the source, with secrets from the environment',
  },
  HTTP_FORBIDDEN: {
    stage: 'fetch',
    retry: true,
    says: 'the host refuses access',
    remedy: 'check that the address still opens in a browser; the host may block this network',
  },
  HTTP_NOT_FOUND: {
    stage: 'fetch',
    retry: true,
    says: 'the address does not exist there',
    remedy: 'run `kanyin add` on the site to find its present feed',
  },
  HTTP_GONE: {
    stage: 'fetch',
    retry: false,
    says: 'the address was removed for good',
    remedy: 'take the source out, or find its successor with `kanyin add`',
  },
  HTTP_RATE_LIMITED: {
    stage: 'fetch',
    retry: true,
    says: 'the host asks for fewer requests',
    remedy: 'it is asked again after the pause it names; raise every_minutes if it stays',
  },
  HTTP_REFUSED: {
    stage: 'fetch',
    retry: true,
    says: 'the host does not accept the request',
    remedy: 'open the address in a browser; the address may need parameters',
  },
  HTTP_SERVER_ERROR: {
    stage: 'fetch',
    retry: true,
    says: 'the host has an internal error',
    remedy: 'it is tried again by itself, with growing pauses',
  },
  WEBSUB_REFUSED: {
    stage: 'fetch',
    retry: true,
    says: 'the hub does not accept the subscription',
    remedy: 'nothing is lost: the source is polled as before',
  },
  HUB_REFUSED: {
    stage: 'publish',
    retry: true,
    says: 'the hub does not take the news of new articles',
    remedy: 'nothing is lost: readers poll the feeds; the hub is told again with the next article',
  },
  FILTER_INVALID: {
    stage: 'cli',
    retry: false,
    says: 'a filter rule cannot be used',
    remedy: 'correct the regular expression (RE2 syntax: no look-around, no back-references)',
  },
  FEED_NOT_A_FEED: {
    stage: 'feeds',
    retry: false,
    says: 'the document is not a feed',
    remedy: 'run `kanyin add URL` on the site to find its feed',
  },
  GAZETTEER_UNREADABLE: {
    stage: 'cli',
    retry: false,
    says: 'the list of names cannot be used',
    remedy: 'correct the named line; see `kanyin gazetteer --help` for the columns',
  },
  LISTING_SELECTOR: {
    stage: 'feeds',
    retry: false,
    says: 'the selector of the list page cannot be read',
    remedy: 'correct listing: in kanyin.yaml, or run `kanyin add URL` to have it proposed again',
  },
  LISTING_CHANGED: {
    stage: 'feeds',
    retry: true,
    says: 'the layout of the list page has changed: nothing stands where the list used to be',
    remedy: 'run `kanyin add URL` on the page to have a new selector proposed',
  },
  OPML_UNREADABLE: {
    stage: 'feeds',
    retry: false,
    says: 'the document is no OPML',
    remedy: 'export the subscriptions again as OPML',
  },
  RSSHUB_NO_INSTANCE: {
    stage: 'feeds',
    retry: false,
    says: 'an rsshub:// source needs an instance',
    remedy: 'name one or more under rsshub: in kanyin.yaml',
  },
  SITE_RULE_INVALID: {
    stage: 'sites',
    retry: false,
    says: 'a site rule cannot be used',
    remedy: 'correct the named key; docs/site-rules.md lists them',
  },
  EXTRACT_NO_BODY: {
    stage: 'extract',
    retry: false,
    says: 'no article was found on the page',
    remedy: 'look at `kanyin extract PAGE --explain`; a site rule may be needed',
  },
  EXTRACT_TOO_LARGE: {
    stage: 'extract',
    retry: false,
    says: 'the page is too large to read',
    remedy: 'raise the limit of the source, or set full_text: never',
  },
  PORT_TAKEN: {
    stage: 'server',
    retry: true,
    says: 'the port cannot be used',
    remedy: 'set PORT to a free one, or stop the other program',
  },
  STOPPED: {
    stage: 'pipeline',
    retry: true,
    says: 'the work was interrupted',
    remedy: 'start again; it goes on where it stopped',
  },
  PUBLISH_FAILED: {
    stage: 'publish',
    retry: true,
    says: 'the newspaper could not be written',
    remedy: 'check the output folder; the next run completes it',
  },
  PICTURE_TYPE: {
    stage: 'publish',
    retry: false,
    says: 'what was sent is no picture of a kept type',
    remedy: 'nothing to do: JPEG, PNG, WebP, GIF and AVIF are kept, anything else is shown from its own address',
  },
  PICTURE_TOO_LARGE: {
    stage: 'publish',
    retry: false,
    says: 'the picture is larger than can be kept',
    remedy: 'nothing to do: it is shown from its own address',
  },
  PICTURE_DAMAGED: {
    stage: 'publish',
    retry: true,
    says: 'the picture cannot be read to its end',
    remedy: 'nothing to do: it is tried again, then shown from its own address',
  },
  IMPORT_UNREADABLE: {
    stage: 'feeds',
    retry: false,
    says: 'the post cannot be read',
    remedy: 'look at the named file',
  },
} as const satisfies Record<string, ProblemRow>;

interface ProblemRow {
  stage:
    | 'cli'
    | 'store'
    | 'fetch'
    | 'feeds'
    | 'sites'
    | 'extract'
    | 'clean'
    | 'label'
    | 'cluster'
    | 'publish'
    | 'pipeline'
    | 'server';
  retry: boolean;
  says: string;
  remedy: string;
}

export type ProblemCode = keyof typeof PROBLEMS;

/** An expected failure. `where` names the address or file, `why` the particulars; secrets never appear in either. */
export interface Problem {
  code: ProblemCode;
  where?: string;
  why?: string;
  /** ms since the epoch: not to be tried before (Retry-After) */
  retryAt?: number;
  cause?: unknown;
}

export const problem = (code: ProblemCode, more: Omit<Problem, 'code'> = {}): Problem => ({ code, ...more });

/** Message order: what, which address, why, what to do. */
export function describeProblem(p: Problem): string {
  const row = PROBLEMS[p.code];
  return `${row.says}${p.where ? `: ${p.where}` : ''}${p.why ? ` (${p.why})` : ''}; ${row.remedy} [${p.code}]`;
}
