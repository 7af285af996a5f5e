import { expect, test } from 'vitest';
import { namedThings } from '../../src/kit/named-things.ts';
import type { Label } from '../../src/model/label.ts';

const label = (kind: Label['kind'], id: string, start: number, end: number): Label => ({
  kind,
  id,
  surface: id,
  start,
  end,
  confidence: 1,
  evidence: [],
});

test('a body where a company stands is the company, everywhere in the text; others stay, in their order', () => {
  const labels = [
    label('org', 'Volta', 0, 2),
    label('place', '150000', 3, 6),
    label('org', 'Volta', 10, 12),
    label('company', 'US:VOL', 10, 12),
    label('org', 'Grid Office', 20, 24),
    label('figure', '5', 30, 31),
  ];
  expect(namedThings(labels).map(({ id }) => id)).toEqual(['150000', 'US:VOL', 'Grid Office']);
});
