import { labelArticle } from '../label/label-article.ts';
import { LABEL_VERSION } from '../label/label-version.ts';
import type { Newsroom } from '../model/newsroom.ts';
import { type Outcome, ok } from '../model/outcome.ts';
import type { Store } from '../store/store.ts';
import { labelLists, linkedWords } from './label-lists.ts';
import { rememberLabels } from './label-version.ts';

export interface Relabelled {
  seen: number;
  changed: number;
  version: number;
}

const BATCH = 100;

/**
 * Labels every article again. Only those whose labels differ are written, each with an outbox row, so the next publish renders just
 * their pages. Killed half-way it is simply run again: what is equal by then costs no write. `dry`: counts, writes nothing.
 */
export async function relabelArchive(
  store: Store,
  newsroom: Newsroom,
  needs: { now: () => Date; dry?: boolean; progress?: (seen: number, changed: number) => void },
): Promise<Outcome<Relabelled>> {
  let seen = 0;
  let changed = 0;
  for await (const articles of store.scan(BATCH)) {
    for (const { id, title, text, section, published, notes, labels: before } of articles) {
      seen++;
      const labels = newsroom.labels.on
        ? labelArticle(
            { title, text, section, linked: linkedWords(notes), ...(published === undefined ? {} : { published }) },
            { settings: newsroom.labels },
          )
        : [];
      if (JSON.stringify(labels) === JSON.stringify(before)) continue;
      changed++;
      if (needs.dry) continue;
      const written = await store.commitLabels(id, labels, labelLists(labels), needs.now().getTime());
      if (!written.ok) return written;
    }
    needs.progress?.(seen, changed);
  }
  if (!needs.dry) await rememberLabels(store);
  return ok({ seen, changed, version: LABEL_VERSION });
}
