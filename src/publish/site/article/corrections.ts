import type { Revision } from '../../../model/article.ts';
import { html, type Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import { clip } from '../../plain.ts';
import { type DiffPart, sequenceDiff } from './sequence-diff.ts';

/** Revisions shown, newest first; an article that changes every minute does not grow for ever. */
const MOST_REVISIONS = 10;
const MOST_SPOTS = 20;
/** unchanged characters shown on either side of a change */
const AROUND = 24;
const PARAGRAPH_LIMIT = 300;

/** One changed place: the parts in reading order. */
type Spot = DiffPart[];

/** What changed between the revisions, as a reader would mark it on paper. */
export function corrections(revisions: readonly Revision[], context: PageContext): Raw | undefined {
  const { words, clock } = context;
  const steps = revisions
    .slice(1)
    .map((revision, i) => ({ revision, spots: spotsBetween(revisions[i]!, revision) }))
    .slice(-MOST_REVISIONS)
    .reverse();
  const total = steps.reduce((sum, step) => sum + step.spots.reduce((n, spot) => n + changesIn(spot), 0), 0);
  if (total === 0) return undefined;
  return html`<details class="corrections"><summary>${words.corrections(total)}</summary>
${steps.map(({ revision, spots }) => {
  const seen = clock.local(revision.seen);
  return html`<section><h2>${words.revisionAt(revision.number, seen ? `${seen.day} ${seen.time ?? ''}` : revision.seen)}</h2>
${spots.slice(0, MOST_SPOTS).map(
  (spot) => html`<p>${spot.map(partTag)}</p>
`,
)}</section>`;
})}</details>`;
}

/** Neighbouring removals and additions are one change. */
const changesIn = (spot: Spot): number =>
  spot.filter((part, i) => part.kind !== 'same' && (i === 0 || spot[i - 1]!.kind === 'same')).length;

const partTag = ({ kind, text }: DiffPart): Raw =>
  kind === 'removed' ? html`<del>${text}</del>` : kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`;

export function spotsBetween(before: Revision, after: Revision): Spot[] {
  const spots: Spot[] = [];
  if (before.title !== after.title) spots.push(changeIn(before.title, after.title));
  const lines = sequenceDiff(before.text.split('\n').map(addBreak), after.text.split('\n').map(addBreak));
  if (!lines) return [...spots, wholly(before.text, after.text)];
  for (let i = 0; i < lines.length; i++) {
    const part = lines[i]!;
    if (part.kind === 'same') continue;
    const partner = lines[i + 1];
    if (partner && partner.kind !== 'same' && partner.kind !== part.kind) {
      const [removed, added] = part.kind === 'removed' ? [part, partner] : [partner, part];
      const old = split(removed.text);
      const now = split(added.text);
      for (let j = 0; j < Math.max(old.length, now.length); j++) spots.push(changeIn(old[j] ?? '', now[j] ?? ''));
      i++;
    } else {
      for (const line of split(part.text)) spots.push([{ kind: part.kind, text: clip(line, PARAGRAPH_LIMIT) }]);
    }
  }
  return spots;
}

const addBreak = (line: string): string => `${line}\n`;
const split = (lines: string): string[] => lines.split('\n').filter((line) => line !== '');

/** Words of Latin and numbers stay whole, everything else is compared by character. */
const TOKEN = /[\p{Script=Latin}\p{N}.,%‰]+|\s+|[\s\S]/gu;

function changeIn(before: string, after: string): Spot {
  const diff = sequenceDiff(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []);
  if (!diff) return wholly(before, after);
  const readable = bridge(diff);
  const changed = readable.reduce((sum, part) => sum + (part.kind === 'same' ? 0 : part.text.length), 0);
  if (changed > (before.length + after.length) * 0.7) return wholly(before, after);
  return readable.map((part, i) =>
    part.kind === 'same' ? { ...part, text: around(part.text, i, readable.length) } : part,
  );
}

const wholly = (before: string, after: string): Spot =>
  [
    { kind: 'removed' as const, text: clip(before, PARAGRAPH_LIMIT) },
    { kind: 'added' as const, text: clip(after, PARAGRAPH_LIMIT) },
  ].filter((part) => part.text !== '');

/** A single equal character between two changes is chance, not agreement: it joins them. */
function bridge(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach((part, i) => {
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (part.text.length < 2 && i > 0 && i < parts.length - 1) {
      removed += part.text;
      added += part.text;
    } else {
      flush();
      out.push({ ...part });
    }
  });
  flush();
  return out;
}

function around(text: string, at: number, length: number): string {
  const first = at === 0;
  const last = at === length - 1;
  if (text.length <= AROUND * (first || last ? 1 : 2) + 4) return text;
  const head = text.slice(0, AROUND).toWellFormed();
  const tail = text.slice(-AROUND).toWellFormed();
  return first ? `…${tail}` : last ? `${head}…` : `${head} … ${tail}`;
}
