import { withoutCredentials } from './url.ts';

/** Query parameters whose value is a secret by its name: RSSHub's `key` and `code`, tokens, signatures. */
const SECRET =
  /([?&;](?:key|code|token|access_token|auth|authorization|api_?key|apikey|secret|password|passwd|pwd|sig|signature|session|sessionid|sid|cookie)=)[^&#;]*/gi;

/** The form of an address that may stand in a log or a problem: no user name, no password, secrets in the query masked. */
export const safeAddress = (address: string): string =>
  withoutCredentials(address).replace(SECRET, '$1***').slice(0, 500);
