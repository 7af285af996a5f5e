import { safeAddress } from '../kit/safe-address.ts';
import type { SourceConfig } from '../model/newsroom.ts';
import { type Outcome, ok } from '../model/outcome.ts';
import { fetchSource, parseSource } from './ask-source.ts';
import type { LineNeeds } from './needs.ts';
import { filtersOf } from './poll-source.ts';

/** What a source would bring now. */
export interface Trial {
  /** where the answer came from */
  url: string;
  entries: {
    title: string;
    url?: string;
    published?: string;
    keep: boolean;
    /** the filter that decided; absent = none did */
    rule?: string;
  }[];
}

/** Asks a source once, unconditionally, and tries the filters on what it says. Nothing is remembered. */
export async function trySource(config: SourceConfig, needs: LineNeeds): Promise<Outcome<Trial>> {
  const answer = await fetchSource(config, undefined, needs);
  if (!answer.ok) return answer;
  const parsed = await parseSource(config, answer.value, needs, undefined);
  if (!parsed.ok) return parsed;
  const filters = filtersOf(config, needs);
  return ok({
    url: safeAddress(answer.value.url),
    entries: parsed.value.entries.map((entry) => ({
      title: entry.title || (entry.url ?? entry.id ?? ''),
      ...(entry.url === undefined ? {} : { url: entry.url }),
      ...(entry.published === undefined ? {} : { published: entry.published }),
      ...filters.test(entry),
    })),
  });
}
