import { namedThings } from '../../../kit/named-things.ts';
import type { Article } from '../../../model/article.ts';
import type { Label, LabelKind } from '../../../model/label.ts';
import { html, type Piece, type Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import { clip } from '../../plain.ts';
import { LABEL_LEAST, labelAddress } from '../lists/list-kinds.ts';

const MOST = 8;

/** Who, where, which firms, what numbers: from the labels, each thing once, in order of appearance. */
export function factsBox(article: Article, linked: ReadonlySet<string>, context: PageContext): Raw | undefined {
  const { words } = context;
  const things = namedThings(article.labels);
  const groups: [string, Piece][] = [
    [words.people, list(things, 'person', linked, context, officeOf)],
    [words.places, list(things, 'place', linked, context)],
    [words.companies, list(things, 'company', linked, context, (label) => label.id)],
    [words.orgs, list(things, 'org', linked, context)],
    [words.topics, list(things, 'topic', linked, context)],
    [words.figures, figures(article)],
  ];
  const filled = groups.filter(([, piece]) => piece !== undefined);
  if (filled.length === 0) return undefined;
  return html`<aside class="facts" aria-label="${words.facts}"><details><summary>${words.facts}</summary><dl>${filled.map(
    ([name, piece]) => html`<div><dt>${name}</dt>${piece}</div>
`,
  )}</dl></details></aside>`;
}

/** `kind:id` of the labels that have pages: their links would lead nowhere before. */
export async function labelsWithPages(article: Article, context: PageContext): Promise<ReadonlySet<string>> {
  const linked = new Set<string>();
  const seen = new Set<string>();
  for (const { kind, id } of namedThings(article.labels)) {
    const key = `${kind}:${id}`;
    if (id === undefined || seen.has(key)) continue;
    seen.add(key);
    if ((await context.count(`label:${key}`)) >= LABEL_LEAST) linked.add(key);
  }
  return linked;
}

function list(
  named: readonly Label[],
  kind: LabelKind,
  linked: ReadonlySet<string>,
  context: PageContext,
  more?: (label: Label, all: readonly Label[]) => string | undefined,
): Piece {
  const things = new Map<string, Label[]>();
  for (const label of named) {
    if (label.kind !== kind || label.surface.trim() === '') continue;
    const key = label.id ?? label.surface;
    const there = things.get(key);
    if (there) there.push(label);
    else things.set(key, [label]);
  }
  if (things.size === 0) return undefined;
  return [...things.values()].slice(0, MOST).map((labels) => {
    const label = labels[0]!;
    const name = html`<bdi>${clip(label.surface, 40)}</bdi>`;
    const detail = more?.(label, labels);
    return html`<dd>${label.id !== undefined && linked.has(`${kind}:${label.id}`) ? html`<a href="${context.href(labelAddress(kind, label.id))}">${name}</a>` : name}${
      detail !== undefined && detail !== '' && html` <span>${clip(detail, 60)}</span>`
    }</dd>`;
  });
}

const officeOf = (_label: Label, all: readonly Label[]): string | undefined => {
  const known = all.find((label) => label.role?.length);
  return known?.role?.join(' · ');
};

/** Figures that say what they measure come first. */
function figures(article: Article): Piece {
  const seen = new Set<string>();
  const all = article.labels.filter(
    (label) => label.kind === 'figure' && !seen.has(label.surface) && seen.add(label.surface),
  );
  if (all.length === 0) return undefined;
  const telling = [
    ...all.filter((label) => label.measures !== undefined),
    ...all.filter((label) => label.measures === undefined),
  ];
  return telling
    .slice(0, MOST)
    .map(
      (label) =>
        html`<dd class="figure"><b>${clip(label.surface, 40)}</b>${
          label.measures !== undefined &&
          html` <span>${clip([label.period, label.measures].filter(Boolean).join(' '), 60)}</span>`
        }</dd>`,
    );
}
