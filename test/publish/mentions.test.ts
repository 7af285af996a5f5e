import { expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { Label } from '../../src/model/label.ts';
import { feedLabels, mentions } from '../../src/publish/mentions.ts';

const label = (more: Partial<Label>): Label => ({
  kind: 'person',
  surface: '李文华',
  start: 0,
  end: 3,
  confidence: 0.9,
  evidence: [],
  ...more,
});
const of = (...labels: Label[]): Article => ({ labels }) as unknown as Article;

test('each thing with an identity once; figures and things without identity are no mentions', () => {
  const article = of(
    label({ id: '李文华', role: ['市长'] }),
    label({ id: '李文华' }),
    label({ kind: 'company', id: 'SZ300750', surface: '宁德时代' }),
    label({ kind: 'place', surface: '某村' }),
    label({ kind: 'figure', surface: '5亿元', id: 'x' }),
  );
  expect(mentions(article)).toEqual([
    { '@type': 'Person', name: '李文华', jobTitle: '市长' },
    { '@type': 'Corporation', name: '宁德时代', identifier: 'SZ300750' },
  ]);
  expect(feedLabels(article).map((thing) => thing['id'])).toEqual(['李文华', 'SZ300750']);
});

test('never more than thirty', () => {
  expect(mentions(of(...Array.from({ length: 90 }, (_, n) => label({ id: `p${n}` }))))).toHaveLength(30);
});
