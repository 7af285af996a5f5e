import type { Label } from '../model/label.ts';
import { labelCompanies } from './companies/label-companies.ts';
import { type Labeller, type LabelNeeds, labelDocument } from './document.ts';
import { labelFigures } from './figures/label-figures.ts';
import { labelOrgs } from './orgs/label-orgs.ts';
import { labelPeople } from './people/label-people.ts';
import { labelPlaces } from './places/label-places.ts';

export interface LabelInput {
  id?: string;
  title: string;
  text: string;
  section?: string;
  published?: string;
}

/** Raised whenever any labeller's answers change, so that the archive can be labelled again. */
export const LABEL_VERSION = 1;

/** Fixed order; each sees what the earlier ones found. */
const LABELLERS: readonly Labeller[] = [labelOrgs, labelPeople, labelPlaces, labelFigures, labelCompanies];

export function labelArticle(input: LabelInput, needs: LabelNeeds = {}): Label[] {
  const document = labelDocument(input);
  const labels: Label[] = [];
  for (const labeller of LABELLERS) labels.push(...labeller(document, labels, needs));
  return labels.sort((a, b) => a.start - b.start || b.end - a.end);
}
