/** What a long-running publisher keeps between runs: rendered pieces that an article shares among many pages. */
export interface PublishMemory {
  get(key: string): string | undefined;
  set(key: string, articleId: string, text: string): void;
  forget(articleId: string): void;
}

/** Least recently used pieces go first; `capacity` in UTF-16 units, about 24 MB by default. */
export function createPublishMemory(capacity = 12_000_000): PublishMemory {
  const pieces = new Map<string, { text: string; articleId: string }>();
  const ofArticle = new Map<string, Set<string>>();
  let size = 0;

  const drop = (key: string): void => {
    const piece = pieces.get(key);
    if (!piece) return;
    pieces.delete(key);
    size -= piece.text.length;
    const keys = ofArticle.get(piece.articleId);
    keys?.delete(key);
    if (keys?.size === 0) ofArticle.delete(piece.articleId);
  };

  return {
    get(key) {
      const known = pieces.get(key);
      if (known) {
        pieces.delete(key);
        pieces.set(key, known);
      }
      return known?.text;
    },
    set(key, articleId, text) {
      drop(key);
      pieces.set(key, { text, articleId });
      size += text.length;
      const keys = ofArticle.get(articleId);
      if (keys) keys.add(key);
      else ofArticle.set(articleId, new Set([key]));
      for (const oldest of pieces.keys()) {
        if (size <= capacity || oldest === key) break;
        drop(oldest);
      }
    },
    forget(articleId) {
      for (const key of [...(ofArticle.get(articleId) ?? [])]) drop(key);
    },
  };
}
