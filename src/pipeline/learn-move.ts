import type { Fetched } from '../model/fetched.ts';
import type { PollState } from './poll-state.ts';

/** Sightings after which a permanent redirect is believed; hosts send 301 by mistake, and captive portals do. */
const SIGHTINGS = 3;

/**
 * Learns where a source has moved: the end of the permanent part of the redirects, seen three times in a row with a document that
 * could be read. Never from https to http, and never for an address with a login, which the new one would lack, or is no
 * web address (rsshub://).
 */
export function learnMove(state: PollState, fetched: Fetched): Pick<PollState, 'movedTo' | 'moving'> {
  const stay = state.movedTo === undefined ? {} : { movedTo: state.movedTo };
  let to: string | undefined;
  for (const redirect of fetched.redirects) {
    if (!redirect.permanent) break;
    to = redirect.to;
  }
  const from = state.movedTo ?? state.address;
  if (to === undefined || to === from || !/^https?:\/\/[^/?#@]*(?:[/?#]|$)/i.test(state.address)) return stay;
  if (from.startsWith('https:') && to.startsWith('http:')) return stay;
  const seen = state.moving?.to === to ? state.moving.seen + 1 : 1;
  return seen >= SIGHTINGS ? { movedTo: to } : { ...stay, moving: { to, seen } };
}
