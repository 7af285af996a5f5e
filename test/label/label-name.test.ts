import { expect, test } from 'vitest';
import { labelName } from '../../src/label/label-name.ts';

test('a thing is called by its own name, whatever the text calls it', () => {
  expect(labelName({ kind: 'company', id: 'SZ300750', surface: '宁王' })).toBe('宁德时代');
  expect(labelName({ kind: 'company', id: 'SH601012', surface: '隆基股份' })).toBe('隆基绿能');
  expect(labelName({ kind: 'company', id: 'US:AAPL', surface: '苹果' })).toBe('苹果公司');
  expect(labelName({ kind: 'place', id: '150100', surface: '呼和浩特' })).toBe('呼和浩特市');
  expect(labelName({ kind: 'org', id: '国家发展改革委', surface: '发改委' })).toBe('国家发展改革委');
});

test('what no list knows keeps its surface', () => {
  expect(labelName({ kind: 'company', id: 'US:ZZZZZ', surface: '青禾' })).toBe('青禾');
  expect(labelName({ kind: 'place', surface: '小河村' })).toBe('小河村');
});
