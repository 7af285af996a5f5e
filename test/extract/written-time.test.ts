import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';

const PROSE =
  '<p>Ferries and freighters, 41 of them, left the harbour on Tuesday, the office said; two more than a week before.</p>';

function published(lang: string, line: string): string | undefined {
  const found = extractPage(
    `<html lang="${lang}"><head><title>Harbour 41</title></head><body><h1>Harbour 41</h1><p>${line}</p>${PROSE.repeat(5)}</body></html>`,
    { now: new Date('2026-11-20T00:00:00Z'), url: 'https://harbour.example/41' },
  );
  return found.ok ? found.value.published : found.problem.code;
}

describe('dates as they are printed', () => {
  test.each([
    ['en', 'January 2, 2026 at 10:30 a.m. EST', '2026-01-02T15:30:00Z'],
    ['en-GB', '2 January 2026 10.30 BST', '2026-01-02T09:30:00Z'],
    ['en-GB', '02/01/2026 10:30', '2026-01-02T10:30:00Z'],
    ['en-US', '02/01/2026 10:30', '2026-02-01T10:30:00Z'],
    ['de', '2. Januar 2026, 10.30 Uhr', '2026-01-02T10:30:00Z'],
    ['de', '02.01.2026 - 10:30 Uhr', '2026-01-02T10:30:00Z'],
    ['fr', 'Publié le 2 janvier 2026 à 10h30', '2026-01-02T10:30:00Z'],
    ['fr', '02/01/2026 à 10:30', '2026-01-02T10:30:00Z'],
    ['es', '2 de enero de 2026 a las 10:30', '2026-01-02T10:30:00Z'],
    ['es', '02 ene 2026 - 10:30 CET', '2026-01-02T09:30:00Z'],
    ['it', '2 gennaio 2026 alle ore 10:30', '2026-01-02T10:30:00Z'],
    ['pt', '2 de janeiro de 2026 às 10h30', '2026-01-02T10:30:00Z'],
    ['ru', '2 января 2026 г. в 10:30', '2026-01-02T10:30:00Z'],
    ['pl', '2 stycznia 2026, godz. 10:30', '2026-01-02T10:30:00Z'],
    ['tr', '2 Ocak 2026 10:30', '2026-01-02T10:30:00Z'],
    ['nl', '2 januari 2026 om 10:30', '2026-01-02T10:30:00Z'],
    ['sv', '2 januari 2026 kl. 10.30', '2026-01-02T10:30:00Z'],
    ['ja', '2026年1月2日（金） 10時30分', '2026-01-02T10:30:00+09:00'],
    ['ja', '2026/1/2 10:30', '2026-01-02T10:30:00+09:00'],
    ['ko', '입력 2026년 1월 2일 오후 3시 20분', '2026-01-02T15:20:00+09:00'],
    ['ko', '2026.01.02 15:20', '2026-01-02T15:20:00+09:00'],
    ['fi', '3. marraskuuta 2025', '2025-11-03'],
  ])('%s: %s', (lang, line, expected) => {
    expect(published(lang, line)).toBe(expected);
  });
});
