import type { ArticleHead } from '../../../model/article.ts';
import { html, type Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import { clip } from '../../plain.ts';
import type { Parts } from '../../sink.ts';
import { frame } from '../frame.ts';
import { headLink, headlines, headTime, outletName } from '../head-line.ts';
import { pictureTag } from '../picture.ts';
import { sectionAddress } from '../section-address.ts';
import { tongue } from '../tongue.ts';
import type { FrontLayout } from './lay-out.ts';

/** How wide each kind of card shows its picture. */
const SIZES = { first: '(max-width: 60rem) 100vw, 48rem', second: '6rem', small: '(max-width: 60rem) 7rem, 18rem' };

export function frontPage(layout: FrontLayout, context: PageContext): Parts {
  const { site, words, href } = context;
  const today = layout.latest === undefined ? undefined : context.clock.local(layout.latest);
  const byline = (head: ArticleHead): Raw =>
    html`<p class="byline"><bdi>${outletName(head)}</bdi> ${headTime(head, context, today?.day)}</p>`;
  const behind = (head: ArticleHead): Raw | undefined => {
    const others = layout.others.get(head.id);
    return (
      others &&
      html`<details class="others"><summary>${words.others(others.length)}</summary><ul>${others.map(
        (other) => html`<li><bdi>${outletName(other)}</bdi> ${headLink(other, context)}</li>`,
      )}</ul></details>`
    );
  };
  const card = (head: ArticleHead, kind: keyof typeof SIZES, lead: number, level: 2 | 3): Raw => {
    const title = level === 2 ? html`<h2>${headLink(head, context)}</h2>` : html`<h3>${headLink(head, context)}</h3>`;
    return html`<article class="${kind}${head.picture ? '' : ' bare'}">${
      head.picture &&
      html`<div class="shot">${pictureTag(head.picture, context, { lazy: kind !== 'first', sizes: SIZES[kind], decorative: true })}</div>`
    }<div class="say">${title}${lead > 0 && head.lead !== '' && html`<p class="lead"><bdi${tongue(head.lead, head.language, context)}>${clip(head.lead, lead)}</bdi></p>`}${byline(head)}${behind(head)}</div></article>
`;
  };
  const main = layout.lead
    ? html`<div class="wrap">
<div class="lead-row">${card(layout.lead, 'first', layout.lead.picture ? 140 : 190, 2)}<div class="seconds">${layout.seconds.map((head) => card(head, 'second', 70, 3))}</div></div>
${layout.strips.map(
  (
    strip,
  ) => html`<section class="strip-row"><h2 class="rubric"><a href="${href(sectionAddress(strip.slug))}">${strip.title}</a></h2><div class="four">${strip.heads.map((head) => card(head, 'small', head.picture ? 0 : 90, 3))}</div></section>
`,
)}
${
  layout.river.length > 0 &&
  html`<section class="river"><h2 class="rubric"><a href="${href('/latest/')}">${words.river}</a></h2><ol>${layout.river.map(
    (
      head,
    ) => html`<li><span class="when">${headTime(head, context, today?.day)}</span><h3>${headLink(head, context)}</h3>${behind(head)}<span class="who"><bdi>${outletName(head)}</bdi></span></li>
`,
  )}</ol></section>`
}
<p class="all"><a href="${href('/latest/')}">${words.more}</a></p>
</div>`
    : html`<div class="wrap"><p class="empty">${words.noArticles}</p></div>`;
  return frame(
    {
      kind: 'front',
      title: site.title,
      path: '/',
      description: site.description ?? headlines([...(layout.lead ? [layout.lead] : []), ...layout.seconds]),
      masthead: masthead(layout, today, context),
      main,
    },
    context,
  );
}

function masthead(
  layout: FrontLayout,
  today: { day: string; time: string | undefined } | undefined,
  context: PageContext,
): Raw {
  const { site, words } = context;
  return html`<div class="masthead wrap"><h1><bdi>${site.title}</bdi></h1>
<p class="dateline">${
    today &&
    html`<span>${words.fullDate(new Date(`${today.day}T00:00:00Z`))}</span> <span>${words.edition(layout.articles, layout.outlets)}</span>${
      today.time && html` <span>${words.lastUpdate(today.time)}</span>`
    }`
  }</p></div>
`;
}
