import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

let room: NewsroomFolder;
beforeAll(() => {
  room = new NewsroomFolder(`title: 试报
sources: []
labels:
  companies: [{ name: 北岭风电, id: SH699999, aliases: [岭电] }]
  people: [{ name: 某甲乙, aliases: [老甲] }]
  places: [{ name: 鹿鸣岗, id: "150100" }]
  orgs: [{ name: 北岭研究组 }]
  topics: [{ name: 岭上计划, aliases: [岭计划], from: "2024-01-01" }]
  vetoes: [比亚迪, { surface: 海城市, kind: place }]
`);
});
afterAll(() => room.remove());

const article =
  '岭电扩产\n岭电在鹿鸣岗扩产，老甲说，岭计划由北岭研究组负责。老百姓和王老师说，比亚迪股价大涨，海城市也受益。\n';
const labelsOf = (text: string): { kind: string; surface: string; id?: string; evidence: string[] }[] =>
  (JSON.parse(text) as { labels: { kind: string; surface: string; id?: string; evidence: string[] }[] }).labels;

test('the entries and vetoes of a newsroom that is named win', async () => {
  writeFileSync(room.path('a.txt'), article);
  const with_ = await room.run(['label', 'a.txt', '--config', 'kanyin.yaml']);
  expect(with_.code).toBe(0);
  const own = labelsOf(with_.stdout).filter(({ evidence }) => /newsroom|kanyin\.yaml/.test(evidence.join()));
  expect([...new Set(own.map(({ kind, surface, id }) => `${kind} ${surface} ${id}`))].sort()).toEqual([
    'company 岭电 SH699999',
    'org 北岭研究组 北岭研究组',
    'person 老甲 某甲乙',
    'place 鹿鸣岗 150100',
    'topic 岭计划 岭上计划',
  ]);
  expect(labelsOf(with_.stdout).map(({ surface }) => surface)).not.toContain('比亚迪');
  expect(labelsOf(with_.stdout).map(({ surface }) => surface)).not.toContain('海城市');
  const without = await room.run(['label', 'a.txt']);
  const surfaces = labelsOf(without.stdout).map(({ surface }) => surface);
  expect(surfaces).toContain('比亚迪');
  expect(surfaces).not.toContain('岭电');
});

test('--explain says of each candidate why it was kept or dropped', async () => {
  writeFileSync(room.path('a.txt'), article);
  const done = await room.run(['label', 'a.txt', '--explain']);
  expect(done.stderr).toMatch(/^company: 比亚迪: kept at 1\.00: short name of SZ002594; market words/m);
  expect(done.stderr).toMatch(/^company: 老百姓: dropped 0\.\d\d: .*also an ordinary word/m);
  expect(done.stderr).toMatch(/^person: 王老师: dropped: .*form of address/m);
  expect(done.stderr).toMatch(/^place: 海城市: kept at/m);
  const json = await room.run(['label', 'a.txt', '--explain', '--json', '--config', '.']);
  expect(json.stderr).toBe('');
  const { candidates } = JSON.parse(json.stdout) as { candidates: { kind: string; surface: string; says: string }[] };
  expect(candidates).toContainEqual({ kind: 'place', surface: '海城市', says: 'dropped: veto of this newsroom' });
});

test('kanyin gazetteer add: a checked list beside the configuration, whose names count at once', async () => {
  writeFileSync(room.path('hk.tsv'), 'id\tname\tmore\n# own list\nHK09999\t青鹭股份\t青鹭|QINGLU\n');
  const added = await room.run(['gazetteer', 'add', 'hk.tsv']);
  expect(added.code).toBe(0);
  expect(added.stdout).toContain('1 companies are in');
  expect(readFileSync(room.path('gazetteers', 'hk.tsv'), 'utf8')).toContain('青鹭股份');
  writeFileSync(room.path('b.txt'), '标题\n青鹭昨天开了新店。\n');
  const found = labelsOf((await room.run(['label', 'b.txt', '--config', '.'])).stdout);
  expect(found.filter(({ kind }) => kind === 'company')).toMatchObject([{ surface: '青鹭', id: 'HK09999' }]);
});

test.each([
  ['9999\t青鹭股份', 'is no id such as SH600519'],
  ['HK09999\t青', 'the name is missing or one character'],
])('kanyin gazetteer add: a bad line is one sentence with its place: %j', async (line, says) => {
  writeFileSync(room.path('bad.tsv'), `id\tname\n${line}\n`);
  const done = await room.run(['gazetteer', 'add', 'bad.tsv']);
  expect(done.code).not.toBe(0);
  expect(done.stderr).toContain('bad.tsv:2');
  expect(done.stderr).toContain(says);
});

test('--batch reads text or HTML, and links to quotations as evidence', async () => {
  const { child, finished } = room.pipe(['label', '--batch']);
  const link = '<a href="https://finance.example/realstock/company/sz002594/nc.shtml">比亚迪</a>';
  child.stdin!.end(
    `${JSON.stringify({ id: 1, title: '', html: `<p>他在${link}工作。</p>` })}\n${JSON.stringify({ id: 2, title: '', text: '他在比亚迪工作。' })}\nno json\n`,
  );
  const lines = (await finished).stdout.trim().split('\n');
  const [html, text] = lines.map(
    (line) => (JSON.parse(line) as { labels?: { kind: string; evidence: string[] }[] }).labels,
  );
  expect(html!.find(({ kind }) => kind === 'company')!.evidence).toContain('the publisher links it to a quotation');
  expect(text!.find(({ kind }) => kind === 'company')!.evidence).not.toContain('the publisher links it to a quotation');
  expect(JSON.parse(lines[2]!)).toMatchObject({ id: null });
});

test('doctor says when the archive was labelled by other labellers than these', async () => {
  const labelled = async () =>
    JSON.parse((await room.run(['doctor', '--json'])).stdout) as { labels: Record<string, number> };
  const { labels } = await labelled();
  expect(labels['archive']).toBe(labels['program']);
  const opened = openSqliteStore(room.path('data', 'kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  await opened.value.remember('label-version', '1');
  await opened.value.close();
  expect((await room.run(['doctor'])).stdout).toContain(
    `labels: made by version 1, this program has ${labels['program']}`,
  );
  expect((await room.run(['label', '--archive'])).code).toBe(0);
  expect((await room.run(['doctor'])).stdout).not.toContain('labels: made by');
});
