import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelSettings } from '../../model/newsroom.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';

type Company = LabelSettings['companies'][number];

const ID = /^(?:(?:SH|SZ|BJ)\d{6}|HK\d{5}|US:[A-Z.]{1,8})$/;

/**
 * A list of names of one's own: tab-separated, UTF-8, one company a line: id (SH600519, HK00700, US:AAPL), name, further names
 * separated by `|`. Lines that begin with # and a header line `id …` are passed over. Problems: GAZETTEER_UNREADABLE.
 */
export function readGazetteer(file: string): Outcome<Company[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(problem('FILE_UNREADABLE', { where: file, cause: error }));
  }
  const companies: Company[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#') || /^id\t/i.test(line)) continue;
    const [id = '', name = '', more = ''] = line.split('\t').map((cell) => cell.trim());
    if (!ID.test(id))
      return fail(
        problem('GAZETTEER_UNREADABLE', {
          where: `${file}:${i + 1}`,
          why: `"${id}" is no id such as SH600519, HK00700 or US:AAPL`,
        }),
      );
    if (name.length < 2)
      return fail(
        problem('GAZETTEER_UNREADABLE', { where: `${file}:${i + 1}`, why: 'the name is missing or one character' }),
      );
    const aliases = more
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias.length > 1);
    companies.push({ id, name, ...(aliases.length > 0 ? { aliases } : {}) });
  }
  return ok(companies);
}

export const GAZETTEERS = 'gazetteers';

/** The lists in the newsroom's folder and those its configuration names. */
export function readGazetteers(root: string, named: readonly string[]): Outcome<Company[]> {
  const own = readdirIfThere(join(root, GAZETTEERS))
    .filter((name) => /\.(tsv|txt)$/.test(name))
    .sort()
    .map((name) => join(root, GAZETTEERS, name));
  const companies: Company[] = [];
  for (const file of [...own, ...named]) {
    const read = readGazetteer(file);
    if (!read.ok) return read;
    companies.push(...read.value);
  }
  return ok(companies);
}

function readdirIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
