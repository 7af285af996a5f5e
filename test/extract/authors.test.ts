import { describe, expect, test } from 'vitest';
import { findBody } from '../../src/extract/body/find-body.ts';
import { cleanNames } from '../../src/extract/fields/clean-names.ts';
import { readFields } from '../../src/extract/fields/read-fields.ts';
import { readHead } from '../../src/extract/head/read-head.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const PROSE =
  '<p>The ferry company said on Tuesday that the new timetable, printed on green paper, will hold from the first of March until the ice comes back.</p>';

function authors(top: string, head = '', tail = ''): { authors: string[] | undefined; from: string | undefined } {
  const url = 'https://harbour-post.example/news/1.html';
  const page = readPageTree(
    `<html lang="en"><head><title>A new timetable for the ferries</title><meta property="og:site_name" content="Harbour Post">${head}</head><body><article><h1>A new timetable for the ferries</h1>${top}${PROSE.repeat(4)}${tail}</article></body></html>`,
    url,
  );
  const fields = readFields(page, readHead(page), findBody(page, {}), { now: new Date('2026-11-20T00:00:00Z'), url });
  return { authors: fields.authors, from: fields.from.authors };
}

const meta = (content: string): string => `<meta name="author" content="${content}">`;

describe('authors outside Chinese pages', () => {
  test.each([
    ['By Ida Vale', ['Ida Vale']],
    ['Von Ida Vale, Hamburg', ['Ida Vale']],
    ['Par Ida Vale et Jon Ferry', ['Ida Vale', 'Jon Ferry']],
    ['Par Ida Vale et Reuters', ['Ida Vale', 'Reuters']],
  ])('a line %s', (line, names) => {
    expect(authors(`<p>${line}</p>`)).toEqual({ authors: names, from: 'visible:by' });
  });
  test('a label with the name on the line below', () => {
    expect(authors('<div><p>Written by</p><p>Ida Vale</p></div>').authors).toEqual(['Ida Vale']);
  });
  test.each([
    ['the outlet beside the writer', 'Ida Vale, Harbour Post', ['Ida Vale']],
    ['with its article', 'Ida Vale, The Harbour Post', ['Ida Vale']],
    ['as a host', 'Ida Vale, harbour-post.com', ['Ida Vale']],
  ])('%s is no writer', (_, content, names) => {
    expect(authors('', meta(content)).authors).toEqual(names);
  });
  test('an outlet alone is named', () => {
    expect(authors('', meta('Harbour Post')).authors).toEqual(['Harbour Post']);
  });
  test.each([
    ['a name', '<p>Ida Vale</p>', ['Ida Vale']],
    ['capitals', '<p>WATCH NEXT</p>', undefined],
    ['words of the text', '<p>Green Timetable</p>', undefined],
  ])('the last line: %s', (_, tail, names) => {
    expect(authors('', '', tail).authors).toEqual(names);
  });
  test.each([
    ['신현주 기자', ['신현주']],
    ['山田太郎 記者', ['山田太郎']],
    ['Ida Vale, MS, RD FAND', ['Ida Vale']],
  ])('cleaned: %s', (text, names) => {
    expect(cleanNames(text, true).slice(0, 1)).toEqual(names);
  });
});
