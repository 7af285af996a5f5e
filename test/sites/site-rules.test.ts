import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';
import { findSiteRule, packedRules } from '../../src/sites/find-site-rule.ts';
import { readSiteRule } from '../../src/sites/read-site-rule.ts';
import type { SiteRule } from '../../src/sites/site-rule.ts';

const now = new Date('2026-11-20T00:00:00Z');
const proofs = new URL('../../fixtures/sites/', import.meta.url);

/** What a proof says must hold: `text` is in the body, `without` is not, fields are equal. */
interface Proof {
  url: string;
  text?: string[];
  without?: string[];
  fields?: Record<string, unknown>;
}

const readProof = (name: string) => ({
  html: readFileSync(new URL(`${name}/input.html`, proofs), 'utf8'),
  proof: JSON.parse(readFileSync(new URL(`${name}/expected.json`, proofs), 'utf8')) as Proof,
});

function misses(html: string, proof: Proof, rule: SiteRule): string[] {
  const extracted = extractPage(html, { url: proof.url, now, rule });
  if (!extracted.ok) return [extracted.problem.code];
  const found: Record<string, unknown> = { ...extracted.value };
  return [
    ...(proof.text ?? []).filter((text) => !extracted.value.text.includes(text)),
    ...(proof.without ?? []).filter((text) => extracted.value.text.includes(text)),
    ...Object.entries(proof.fields ?? {})
      .filter(([key, value]) => JSON.stringify(found[key]) !== JSON.stringify(value))
      .map(([key]) => key),
  ];
}

const nothing: SiteRule = { hosts: [], why: 'none', proof: 'none', remove: ['x-never'] };

describe('site rules', () => {
  test.each(packedRules().map((rule) => [rule.proof, rule] as const))(
    '%s: the rule is right, and needed',
    (name, rule) => {
      const { html, proof } = readProof(name);
      expect(misses(html, proof, rule)).toEqual([]);
      expect(misses(html, proof, nothing).length, 'the generic way reads it as well: drop the rule').toBeGreaterThan(0);
      expect(findSiteRule(proof.url)).toEqual(rule);
    },
  );

  test('every proof folder belongs to a rule', () => {
    for (const rule of packedRules()) expect(existsSync(new URL(`${rule.proof}/input.html`, proofs))).toBe(true);
  });

  test('a rule tells the body, what goes, and fields', () => {
    const html = `<html lang="zh"><head><title>首页</title></head><body>
      <div class="other"><p>${'别处的长文章，也有许多句子，看上去才像正文。'.repeat(20)}</p></div>
      <div id="flash"><b class="hl">河套灌区开始秋浇</b><i class="at">2026年10月3日 09:20</i><span class="who">田禾</span>
      <p>十月三日，河套灌区开始秋浇。</p><p class="ask">打开看看还有什么</p></div></body></html>`;
    const rule: SiteRule = {
      hosts: ['flash.example'],
      why: 'flashes stand below a longer text',
      proof: 'none',
      body: '#flash',
      remove: ['.ask', '.hl > .never'],
      title: '.hl',
      published: '.at',
      authors: '.who',
    };
    const told = extractPage(html, { url: 'https://flash.example/1', now, rule });
    expect(told.ok && told.value).toMatchObject({
      title: '河套灌区开始秋浇',
      published: '2026-10-03T01:20:00.000Z',
      authors: ['田禾'],
      from: { title: 'site rule', published: 'site rule', authors: 'site rule' },
    });
    expect(told.ok && told.value.text).toContain('十月三日，河套灌区开始秋浇。');
    expect(told.ok && told.value.text).not.toMatch(/打开看看|别处的长文章/);
  });

  test('a selector that matches nothing, or is none, says nothing', () => {
    const html = `<html><head><title>水库蓄水过半</title></head><body><article><h1>水库蓄水过半</h1><p>${'水库今年蓄水过半，下游用水有了保证。'.repeat(8)}</p></article></body></html>`;
    const rule: SiteRule = {
      hosts: ['a.example'],
      why: 'x',
      proof: 'x',
      body: '#gone',
      remove: ['p:not('],
      title: '>>',
    };
    const told = extractPage(html, { url: 'https://a.example/1', now, rule });
    expect(told.ok && told.value.title).toBe('水库蓄水过半');
  });

  test.each([
    [[], 'it is no object'],
    [{ hosts: ['a.example'], why: 'x' }, 'proof is missing'],
    [{ hosts: ['a.example'], why: 'x', proof: 'x' }, 'it rules nothing'],
    [{ hosts: [], why: 'x', proof: 'x', body: 'p' }, 'hosts must be a list of texts'],
    [{ hosts: ['a.example'], why: 'x', proof: 'x', bodies: 'p' }, 'there is no key bodies'],
    [{ hosts: ['a.example'], why: 'x', proof: 'x', body: 3 }, 'body must be a text'],
  ])('%j is no rule: %s', (value, why) => {
    const read = readSiteRule(value, 'a.json');
    expect(read.ok ? '' : read.problem.why).toBe(why);
  });
});
