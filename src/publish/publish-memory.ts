import { ListTails } from './list-tails.ts';
import { RememberedRows } from './remembered-rows.ts';
import { Stories } from './stories.ts';
import { ZoneClock } from './zone-clock.ts';

/**
 * What a long-running publisher keeps between runs. Right only as long as every change of the archive goes through the same
 * publisher; a full run clears it.
 */
export interface PublishMemory {
  /** rendered pieces that an article shares among many pages */
  get(key: string): Uint8Array | undefined;
  set(key: string, articleId: string, piece: Uint8Array): void;
  tails: ListTails;
  stories: Stories;
  rows: RememberedRows;
  /** of label lists by key; theirs never change */
  labelTitles: Map<string, string>;
  clock(zone: string): ZoneClock;
  forget(articleId: string): void;
  clear(): void;
}

/** Least recently used pieces go first; `capacity` in bytes. */
export function createPublishMemory(capacity = 16_000_000): PublishMemory {
  const pieces = new Map<string, { bytes: Uint8Array; articleId: string }>();
  const ofArticle = new Map<string, Set<string>>();
  const tails = new ListTails();
  const stories = new Stories();
  const rows = new RememberedRows();
  const labelTitles = new Map<string, string>();
  let clock: ZoneClock | undefined;
  let size = 0;

  const drop = (key: string): void => {
    const piece = pieces.get(key);
    if (!piece) return;
    pieces.delete(key);
    size -= piece.bytes.length;
    const keys = ofArticle.get(piece.articleId);
    keys?.delete(key);
    if (keys?.size === 0) ofArticle.delete(piece.articleId);
  };

  return {
    tails,
    stories,
    rows,
    labelTitles,
    clock(zone) {
      if (clock?.zone !== zone) clock = new ZoneClock(zone);
      return clock;
    },
    get(key) {
      const known = pieces.get(key);
      if (known) {
        pieces.delete(key);
        pieces.set(key, known);
      }
      return known?.bytes;
    },
    set(key, articleId, bytes) {
      drop(key);
      pieces.set(key, { bytes, articleId });
      size += bytes.length;
      const keys = ofArticle.get(articleId);
      if (keys) keys.add(key);
      else ofArticle.set(articleId, new Set([key]));
      for (const oldest of pieces.keys()) {
        if (size <= capacity || oldest === key) break;
        drop(oldest);
      }
    },
    forget(articleId) {
      tails.forget(articleId);
      stories.forget(articleId);
      rows.forget(articleId);
      for (const key of [...(ofArticle.get(articleId) ?? [])]) drop(key);
    },
    clear() {
      for (const key of [...pieces.keys()]) drop(key);
      tails.clear();
      stories.clear();
      rows.clear();
      labelTitles.clear();
    },
  };
}
