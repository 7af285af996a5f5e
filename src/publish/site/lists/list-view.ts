import type { ArticleHead } from '../../../model/article.ts';
import { html, type Raw } from '../../markup.ts';
import { type PageContext, timeOf } from '../../page-context.ts';
import { clip, withoutBidi } from '../../plain.ts';
import { headLink, outletName } from '../head-line.ts';
import { tongue } from '../tongue.ts';

type Numbered = ArticleHead & { seq: number };

/** A dense list under day headings, newest first; each entry can be linked to by `#a-<id>`. */
export function listView(heads: readonly Numbered[], context: PageContext): Raw {
  if (heads.length === 0) return html`<p class="empty">${context.words.emptyList}</p>`;
  const days = new Map<string, { head: Numbered; time: string | undefined }[]>();
  for (const { head, local } of newestFirst(heads, context)) {
    const day = local?.day ?? '';
    const there = days.get(day);
    if (there) there.push({ head, time: local?.time });
    else days.set(day, [{ head, time: local?.time }]);
  }
  return html`<div class="river">${[...days].map(
    ([day, entries]) => html`<section class="day">
<h2>${day === '' ? context.words.unknownTime : html`<time datetime="${day}">${context.words.dayHeading(new Date(`${day}T00:00:00Z`))}</time>`}</h2>
<ol>${entries.map(({ head, time }) => context.memory.rows.of(head, () => row(head, time, context)))}</ol></section>
`,
  )}</div>`;
}

function row(head: ArticleHead, time: string | undefined, context: PageContext): Raw {
  return html`<li id="a-${head.id}"><span class="when">${time ?? ''}</span><div><h3>${headLink(head, context)}</h3>${
    head.lead &&
    html`<p class="lead"><bdi${tongue(head.lead, head.language, context)}>${clip(withoutBidi(head.lead), 90)}</bdi></p>`
  }</div><span class="who"><bdi>${outletName(head)}</bdi></span></li>
`;
}

/** By the time a reader thinks of, then by filing. */
export function newestFirst(
  heads: readonly Numbered[],
  context: PageContext,
): { head: Numbered; local: { day: string; time: string | undefined } | undefined }[] {
  return heads
    .map((head) => ({ head, local: context.clock.local(timeOf(head)) }))
    .sort(
      (a, b) => order(b.local?.day, a.local?.day) || order(b.local?.time, a.local?.time) || b.head.seq - a.head.seq,
    );
}

const order = (a: string | undefined, b: string | undefined): number => {
  const x = a ?? '';
  const y = b ?? '';
  return x < y ? -1 : x > y ? 1 : 0;
};
