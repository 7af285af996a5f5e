/** （记者林望舒） or （张三 李四） behind a dateline; the stroke behind a Latin one. */
const BEHIND =
  /^\s*(?:[（(](?:[^（）()]{0,30}(?:记者|通讯员)[^（）()]{0,40}|[\u3400-\u9fff·、，\s]{2,20})[）)])?\s*(?:[-–—]+\s*)?/u;

/** No list shows more of it. */
const OPENING = 600;

/** The words an article begins with, for lists and cards: its dek, else its text in one line without the dateline. */
export function leadText(article: { dek?: string; dateline?: string; text: string }): string {
  if (article.dek !== undefined) return article.dek;
  const text = article.text.slice(0, OPENING).replaceAll('\n', ' ').trim();
  if (article.dateline === undefined || !text.startsWith(article.dateline)) return text;
  return text.slice(article.dateline.length).replace(BEHIND, '');
}
