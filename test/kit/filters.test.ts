import { describe, expect, test } from 'vitest';
import { compileFilters, type Filterable } from '../../src/kit/filters.ts';
import type { Filters } from '../../src/model/newsroom.ts';

function verdict(rules: Filters, entry: Filterable): { keep: boolean; rule?: string } {
  const made = compileFilters(rules);
  if (!made.ok) throw new Error(made.problem.why);
  return made.value.test(entry);
}

describe('filters', () => {
  test('no rule keeps everything', () => expect(verdict([], {})).toEqual({ keep: true }));
  test('a drop rule says which it was', () => {
    const rules: Filters = [{ action: 'drop', on: 'title', match: '广告|sponsored' }];
    expect(verdict(rules, { title: '【广告】新品' })).toEqual({ keep: false, rule: 'drop title 广告|sponsored' });
    expect(verdict(rules, { title: 'SPONSORED: x' }).keep).toBe(false);
    expect(verdict(rules, { title: '新闻' }).keep).toBe(true);
    expect(verdict(rules, {}).keep).toBe(true);
  });
  test('with keep rules one must match, and drop goes first', () => {
    const rules: Filters = [
      { action: 'keep', on: 'category', match: '^能源$' },
      { action: 'keep', on: 'url', match: '/energy/' },
      { action: 'drop', on: 'author', match: '机器人' },
    ];
    expect(verdict(rules, { categories: ['经济', '能源'] }).keep).toBe(true);
    expect(verdict(rules, { url: 'https://x.example/energy/1' }).keep).toBe(true);
    expect(verdict(rules, { categories: ['新能源车'] })).toEqual({
      keep: false,
      rule: 'keep category ^能源$, keep url /energy/ (no match)',
    });
    expect(verdict(rules, { categories: ['能源'], authors: ['写稿机器人'] }).keep).toBe(false);
  });
  test('text is read without tags and entities, or as given', () => {
    const rules: Filters = [{ action: 'drop', on: 'text', match: '买一送一|R&D' }];
    expect(verdict(rules, { content: '<p>买<b>一</b>送一</p>' }).keep).toBe(false);
    expect(verdict(rules, { summary: 'R&amp;D' }).keep).toBe(false);
    expect(verdict(rules, { content: '<p title="买一送一">x</p>' }).keep).toBe(true);
    expect(verdict(rules, { text: '买一送一' }).keep).toBe(false);
  });
  test('an expression that cannot be used is a problem that names the rule', () => {
    for (const match of ['(', 'a(?=b)', '(a)\\1', 'x'.repeat(5000)]) {
      const made = compileFilters([{ action: 'drop', on: 'title', match }]);
      expect(made.ok).toBe(false);
      if (!made.ok) {
        expect(made.problem.code).toBe('FILTER_INVALID');
        expect(made.problem.where).toContain('drop title');
      }
    }
  });
  test('no expression runs away', () => {
    const rules: Filters = ['(a+)+$', '(a|a)*b', '(.*)*x', '([a-z]+)*!'].map((match) => ({
      action: 'drop',
      on: 'text',
      match,
    }));
    expect(verdict(rules, { text: `${'a'.repeat(20_000)}?` }).keep).toBe(true);
    expect(verdict(rules, { content: '<'.repeat(100_000) }).keep).toBe(true);
  });
});
