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
  test.each([
    ['Автор: Ида Вейл', ['Ида Вейл']],
    ['Texto: Ida Vale', ['Ida Vale']],
    ['Testo: Ida Vale e Jon Ferry', ['Ida Vale', 'Jon Ferry']],
    ['Text: Ida Vale', ['Ida Vale']],
    ['Author: Ida Vale', ['Ida Vale']],
    ['By <a href="/x">Ida Vale</a><span>Harbour Reporter</span>', ['Ida Vale']],
  ])('a line %s in other languages', (line, names) => {
    expect(authors(`<p>${line}</p>`).authors).toEqual(names);
  });
  test.each([
    [
      'elements that meet without a space',
      '<div class="author"><b>by</b><b>Ida Vale</b><i>Trending</i></div>',
      ['Ida Vale'],
    ],
    [
      'a kicker before, a day behind',
      '<div class="byline"><i>Kommentar von</i><b>Ida Vale</b><i>11.07.</i></div>',
      ['Ida Vale'],
    ],
    ['roles', '<div class="author"><p>Ida Vale VP of Ferries</p></div>', ['Ida Vale']],
    [
      'an editor behind the writer',
      '<div class="author"><b>Ida Vale</b><b>Jon Ferry</b><i>Editor</i></div>',
      ['Ida Vale'],
    ],
    ['who edited it', '<div class="author"><b>Ida Vale</b><i>Edited by</i><b>Jon Ferry</b></div>', ['Ida Vale']],
    ['two writers', '<div class="author"><b>Ida Vale</b><b>Jon Ferry</b></div>', ['Ida Vale', 'Jon Ferry']],
    ['a name in pieces', '<div class="author"><b>Ida</b> <b>Vale</b></div>', ['Ida Vale']],
    ['a trail named like a byline', '<div class="breadcrumb-author"><a>Startseite</a><a>Lokales</a></div>', undefined],
  ])('blocks named as byline: %s', (_, top, names) => {
    expect(authors(top).authors).toEqual(names);
  });
  test.each([
    ['<p>Ida Vale</p><p>19 November 2026</p>', ['Ida Vale']],
    ['<p>19 November 2026</p><p>Ida van der Vale</p>', ['Ida van der Vale']],
    ['<p>Ida Vale</p>', undefined],
    ['<p>Ferry Timetable</p><p>19 November 2026</p>', undefined],
    ['<p>Harbour News</p><p>19 November 2026</p>', undefined],
  ])('a line that is a name beside the date, where nobody is named: %s', (top, names) => {
    expect(authors(top).authors).toEqual(names);
  });
  test.each([
    ['김하늘 기자', ['김하늘']],
    ['김하늘 기자 sky@paper.example', ['김하늘']],
    ['文・北川 緑', ['北川 緑']],
    ['北川緑記者', ['北川緑']],
  ])('a Korean or Japanese line %s', (line, names) => {
    expect(authors(`<p>${line}</p>`).authors).toEqual(names);
  });
  test('a Japanese name that closes the text, a Korean one that opens it', () => {
    expect(authors('', '', '<p>新しい時刻表は三月一日から使われると会社は発表した。【北川緑】</p>').authors).toEqual([
      '北川緑',
    ]);
    expect(
      authors('<p>[서울=하늘통신] 김하늘 기자 = 새 시간표는 삼월 일일부터 쓰인다고 회사는 화요일에 밝혔다.</p>')
        .authors,
    ).toEqual(['김하늘']);
  });
  test('the editor that machines are told of is not the writer', () => {
    const told = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Jon Ferry"}}</script>';
    const top = '<div class="author-2">Ida Vale</div><span>3/11/2026</span>';
    expect(authors(top, told, '<p>Editor : <a href="/a/jf">Jon Ferry</a></p>').authors).toEqual(['Ida Vale']);
    expect(authors(top, told).authors).toEqual(['Jon Ferry']);
  });
  test('what machines are told a writer is stands behind the name and is none', () => {
    expect(authors('', meta('STEVE PIERS, AP National Harbour Writer')).authors).toEqual(['STEVE PIERS']);
    expect(authors('', meta('Ida Vale, Jon Ferry')).authors).toEqual(['Ida Vale', 'Jon Ferry']);
  });
  test('credits of the template are no writers', () => {
    expect(
      authors('<p>By Ida Vale</p>', meta('content: Harbour Press, design: Jon Ferry, code: Mo Pier')).authors,
    ).toEqual(['Ida Vale']);
    expect(authors('<p>By Ida Vale</p>', meta('harbour-post.example.com developer')).authors).toEqual(['Ida Vale']);
  });
  test('a heading at the end of the text is no name', () => {
    expect(authors('', '', '<h3>Recommended Stories</h3><p>x</p>').authors).toBeUndefined();
  });
  test.each([
    ['ByIda Vale', ['Ida Vale']],
    ['Ida Vale1, Jon Ferry12', ['Ida Vale', 'Jon Ferry']],
    ['Print Managing Editor', []],
    ['Heard on All Boats', []],
    ['Ida Vale, Senior Director, Harbour Institute', ['Ida Vale']],
  ])('%s', (line, names) => expect(cleanNames(line, false)).toEqual(names));

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
