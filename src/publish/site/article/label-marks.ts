import type { Article } from '../../../model/article.ts';
import type { Label } from '../../../model/label.ts';
import { escapeText } from '../../markup.ts';

const SPACE = /[\s\u00a0\u3000\u200b\ufeff]/;

/**
 * Wraps the surfaces of labels while the body is written. Offsets count in the article's plain text, so the two are walked side
 * by side, white space aside; where they part company nothing more is marked.
 */
export class LabelMarks {
  readonly #text: string;
  readonly #labels: Label[];
  readonly #letters: Record<string, string>;
  readonly #titleLength: number;
  #at = 0;
  #next = 0;
  #lost = false;

  private constructor(article: Article, labels: Label[], letters: Record<string, string>) {
    this.#text = article.text;
    this.#labels = labels;
    this.#letters = letters;
    this.#titleLength = article.title.length + 1;
  }

  /** undefined when there is nothing to mark */
  static of(article: Article, letters: Record<string, string>): LabelMarks | undefined {
    const shift = article.title.length + 1;
    const inBody = article.labels
      .filter((label) => letters[label.kind] !== undefined && label.start >= shift && label.end > label.start)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const apart: Label[] = [];
    for (const label of inBody) if (label.start >= (apart.at(-1)?.end ?? 0)) apart.push(label);
    return apart.length === 0 ? undefined : new LabelMarks(article, apart, letters);
  }

  /** The next run of text of the body, decoded; answers it escaped and marked. */
  write(run: string): string {
    if (this.#lost) return escapeText(run);
    let out = '';
    let done = 0;
    let from = -1;
    /** behind the last character that was not white space */
    let after = 0;
    let label = this.#labels[this.#next];
    const cut = (to: number): void => {
      if (from < 0 || !label) return;
      out += escapeText(run.slice(done, from));
      const code = label.kind === 'company' ? label.id : undefined;
      const more = code === undefined ? '' : ` title="${escapeText(code.slice(0, 80))}"`;
      out += `<u data-k="${escapeText(this.#letters[label.kind]!)}"${more}>${escapeText(run.slice(from, to))}</u>`;
      done = to;
      from = -1;
    };
    for (let i = 0; i < run.length; i++) {
      const c = run[i]!;
      if (SPACE.test(c)) continue;
      while (this.#at < this.#text.length && SPACE.test(this.#text[this.#at]!)) this.#at++;
      if (this.#text[this.#at] !== c) {
        this.#lost = true;
        break;
      }
      while (label && this.#at >= label.end - this.#titleLength) {
        cut(after);
        label = this.#labels[++this.#next];
      }
      if (label && from < 0 && this.#at >= label.start - this.#titleLength) from = i;
      this.#at++;
      after = i + 1;
    }
    if (!this.#lost) cut(after);
    return out + escapeText(run.slice(done));
  }
}
