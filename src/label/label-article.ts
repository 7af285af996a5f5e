import type { Label } from '../model/label.ts';
import { labelCompanies } from './companies/label-companies.ts';
import { type Labeller, type LabelNeeds, labelDocument } from './document.ts';
import { labelEvents } from './events/label-events.ts';
import { labelFigures } from './figures/label-figures.ts';
import { labelKeywords } from './keywords/label-keywords.ts';
import { labelLanguage } from './language/label-language.ts';
import { labelOrgs } from './orgs/label-orgs.ts';
import { labelPeople } from './people/label-people.ts';
import { labelPlaces } from './places/label-places.ts';
import { labelStatements } from './statements/label-statements.ts';
import { labelTopics } from './topics/label-topics.ts';

export interface LabelInput {
  id?: string;
  title: string;
  text: string;
  section?: string;
  published?: string;
  /** words the publisher linked to pages of quotations */
  linked?: readonly string[];
}

/** Text beyond this many characters is not labelled: no article is that long. */
const MOST = 400_000;

/** Fixed order; each sees what the earlier ones found. Companies come after the names that may veto them. */
const LABELLERS: readonly Labeller[] = [
  labelLanguage,
  labelOrgs,
  labelPeople,
  labelPlaces,
  labelFigures,
  labelTopics,
  labelCompanies,
  labelStatements,
  labelEvents,
  labelKeywords,
];

/** Japanese and Korean share letters with Chinese, not names: only these labellers read them. */
const ANY_LANGUAGE = new Set<Labeller>([labelLanguage, labelFigures, labelCompanies]);

export function labelArticle(input: LabelInput, needs: LabelNeeds = {}): Label[] {
  const document = labelDocument(input.text.length > MOST ? { ...input, text: input.text.slice(0, MOST) } : input);
  const vetoes = needs.settings?.vetoes ?? [];
  let labels: Label[] = [];
  let foreign = false;
  for (const labeller of LABELLERS) {
    if (foreign && !ANY_LANGUAGE.has(labeller)) continue;
    const found = labeller(document, labels, needs);
    for (const label of found) {
      const veto = vetoed(label, vetoes);
      if (!veto) labels.push(label);
      needs.trace?.(
        label.kind,
        label.surface,
        veto
          ? 'dropped: veto of this newsroom'
          : `kept at ${label.confidence.toFixed(2)}: ${label.evidence.join('; ')}`,
      );
    }
    if (labeller === labelLanguage) foreign = found[0]?.id === 'ja' || found[0]?.id === 'ko';
  }
  labels = labels.sort((a, b) => a.start - b.start || b.end - a.end);
  return labels;
}

/** The newsroom says: this surface, in this kind, with this id, is never labelled. */
const vetoed = (label: Label, vetoes: readonly { surface: string; kind?: string; id?: string }[]): boolean =>
  vetoes.some(
    (veto) =>
      veto.surface === label.surface &&
      (veto.kind === undefined || veto.kind === label.kind) &&
      (veto.id === undefined || veto.id === label.id),
  );
