import { LABEL_VERSION } from '../label/label-version.ts';
import type { Store } from '../store/store.ts';

const KEY = 'label-version';

/** The labellers that labelled the whole archive; undefined where that was not written down. */
export async function labelsOfArchive(store: Store): Promise<number | undefined> {
  const told = await store.recall(KEY);
  return told === undefined ? undefined : Number(told);
}

export const rememberLabels = (store: Store): Promise<void> => store.remember(KEY, String(LABEL_VERSION));

/** An archive without articles will be labelled by these. */
export async function beginLabels(store: Store): Promise<void> {
  if ((await labelsOfArchive(store)) === undefined && (await store.counts()).articles === 0)
    await rememberLabels(store);
}
