import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractPage } from '../../extract/extract-page.ts';
import { createFetch } from '../../fetch/create-fetch.ts';
import { decodeBytes } from '../../kit/charset.ts';
import { maskPage } from '../../kit/html/mask-page.ts';
import type { Extraction } from '../../model/extraction.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import { readSiteRule } from '../../sites/read-site-rule.ts';
import { RULE_FIELDS, type SiteRule } from '../../sites/site-rule.ts';
import { exitWith } from '../problem-exit.ts';
import type { Args, ExitCode, Io, Verb } from '../verb.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const verb: Verb = {
  name: 'site-new',
  summary: 'write a site rule and the fixture that proves it (to build Kanyin)',
  usage:
    'npm run site:new -- URL|FILE [--url URL] --why TEXT [--body SELECTOR] [--remove SELECTOR …] [--title SELECTOR …]',
  options: {
    url: { type: 'string', value: 'URL', says: 'address of the page, when a file is given' },
    why: { type: 'string', value: 'TEXT', says: 'what the generic ways get wrong there' },
    body: { type: 'string', value: 'SELECTOR', says: 'the element that holds the article' },
    remove: { type: 'string', value: 'SELECTOR', multiple: true, says: 'elements that are never part of the article' },
    ...Object.fromEntries(
      RULE_FIELDS.map((field) => [
        field,
        { type: 'string' as const, value: 'SELECTOR', says: `element that says ${field}` },
      ]),
    ),
    into: { type: 'string', value: 'DIR', says: 'write below this folder instead of the project' },
    'allow-private': {
      type: 'string',
      value: 'HOST',
      multiple: true,
      says: 'ask this host (or range) although its address is private: a copy of a page on this machine',
    },
    force: { type: 'boolean', says: 'replace a rule of the same host' },
  },
  about:
    'Without a selector it only shows what the generic ways read. With one it writes src/sites/rules/HOST.json and fixtures/sites/HOST/, the page with ' +
    'every word replaced, so that its build is kept and its text is not. Read both, then run npm test: the rule must be right, and needed.',
  async run(args, io) {
    const page = await readGiven(args, io);
    if (!page.ok) return exitWith(page.problem, 'site-new', io);
    const { html, url } = page.value;
    const now = io.now();
    const generic = extractPage(html, { url, now, trace: candidateLines(io) });
    io.stdout.write(generic.ok ? shown('the generic ways read', generic.value) : 'the generic ways find no article\n');
    const host = new URL(url).hostname.replace(/^www\./, '');
    const given = ruleOf(args, host);
    if (given === undefined) {
      io.stdout.write('no selector given: nothing written; see --help\n');
      return 0;
    }
    const rule = readSiteRule(given, `${host}.json`);
    if (!rule.ok) return exitWith(rule.problem, 'site-new', io);
    const masked = maskPage(html);
    const told = extractPage(masked, { url, now, rule: rule.value });
    if (!told.ok) return exitWith(told.problem, 'site-new', io);
    return write(args, io, rule.value, host, url, masked, told.value);
  },
};

function candidateLines(io: Io): (step: string, says: string, text?: string) => void {
  return (step, says, text) => {
    if (step === 'candidate') io.stdout.write(`candidate ${says}${text ? `: ${text}` : ''}\n`);
  };
}

async function readGiven(args: Args, io: Io): Promise<Outcome<{ html: string; url: string }>> {
  const [given] = args.positionals;
  if (given === undefined)
    return fail(problem('USAGE', { where: 'site-new', why: 'name a page: an address or a file' }));
  if (!/^https?:\/\//.test(given)) {
    const url = args.values['url'];
    if (typeof url !== 'string' || !URL.canParse(url)) {
      return fail(problem('USAGE', { where: 'site-new', why: 'a file wants its address: --url' }));
    }
    if (!existsSync(given)) return fail(problem('FILE_UNREADABLE', { where: given, why: 'there is no such file' }));
    return ok({ html: decodeBytes(readFileSync(given), {}).text, url });
  }
  const policy = {
    userAgent: 'Kanyin/0.1',
    allowPrivate: listOf(args.values['allow-private']),
    spacingMs: 1000,
    hostsAtOnce: 1,
    minMinutes: 1,
    maxMinutes: 1,
    robots: true,
  };
  const fetcher = createFetch(policy, { now: () => io.now().getTime() });
  try {
    const got = await fetcher.fetch({ url: given, kind: 'page', signal: io.signal });
    if (!got.ok) return got;
    const contentType = got.value.headers['content-type'];
    if (contentType !== undefined && !/html|xml/i.test(contentType))
      return fail(problem('EXTRACT_NO_BODY', { where: got.value.url, why: `it is ${contentType}, no page` }));
    const { text } = decodeBytes(got.value.bytes, contentType === undefined ? {} : { contentType });
    return ok({ html: text, url: got.value.url });
  } finally {
    await fetcher.close();
  }
}

const listOf = (value: Args['values'][string]): string[] => (Array.isArray(value) ? value : []);

/** The rule that the options describe; undefined when they name no selector. */
function ruleOf(args: Args, host: string): Record<string, unknown> | undefined {
  const told = Object.fromEntries(
    ['body', 'remove', ...RULE_FIELDS].flatMap((key) =>
      args.values[key] === undefined ? [] : [[key, args.values[key]]],
    ),
  );
  if (Object.keys(told).length === 0) return undefined;
  const why = args.values['why'];
  return { hosts: [host], ...(why === undefined ? {} : { why }), proof: host, ...told };
}

function write(
  args: Args,
  io: Io,
  rule: SiteRule,
  host: string,
  url: string,
  masked: string,
  told: Extraction,
): ExitCode {
  const into = typeof args.values['into'] === 'string' ? `${args.values['into']}/` : ROOT;
  const ruleFile = `${into}src/sites/rules/${host}.json`;
  const proof = `${into}fixtures/sites/${host}`;
  if (existsSync(ruleFile) && args.values['force'] !== true) {
    io.stderr.write(`kanyin site-new: there is a rule already, ${ruleFile}; give --force to replace it\n`);
    return 1;
  }
  const lines = told.text.split('\n').filter((line) => line !== '');
  const fields = Object.fromEntries(
    RULE_FIELDS.flatMap((field) => (rule[field] === undefined ? [] : [[field, told[field]]])),
  );
  const expected = { url, text: [...new Set([lines[0], lines.at(-1)])], without: [], fields };
  mkdirSync(`${into}src/sites/rules`, { recursive: true });
  mkdirSync(proof, { recursive: true });
  writeFileSync(ruleFile, `${JSON.stringify(rule, null, 2)}\n`);
  writeFileSync(`${proof}/input.html`, masked);
  writeFileSync(`${proof}/expected.json`, `${JSON.stringify(expected, null, 2)}\n`);
  io.stdout.write(`${shown('with the rule', told)}wrote ${ruleFile} and ${proof}: read both, then run npm test\n`);
  return 0;
}

function shown(who: string, found: Extraction): string {
  const lines = found.text.split('\n').filter((line) => line !== '');
  const row = (name: string, value: string | undefined) =>
    value === undefined ? '' : `  ${name.padEnd(10)} ${value.slice(0, 100)}\n`;
  return (
    `${who}:\n${RULE_FIELDS.map((field) => row(field, [found[field] ?? []].flat().join('、') || undefined)).join('')}` +
    row('begins', lines[0]) +
    row('ends', lines.at(-1)) +
    row('lines', String(lines.length))
  );
}
