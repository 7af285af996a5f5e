import type { Label } from '../model/label.ts';
import { packedCompanies } from './companies/company-lexicon.ts';
import { divisionName } from './places/divisions.ts';

/** What a labelled thing is called as such, whatever the text calls it: 宁王 is 宁德时代, 呼市 is 呼和浩特市. */
export function labelName({ kind, id, surface }: Pick<Label, 'kind' | 'id' | 'surface'>): string {
  if (id === undefined) return surface;
  if (kind === 'company') return packedCompanies().nameOf(id) ?? surface;
  if (kind === 'place') return divisionName(id) ?? surface;
  return id;
}
