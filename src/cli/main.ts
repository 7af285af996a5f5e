import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { helpAll, helpVerb } from './help.ts';
import type { ExitCode, Io, Verb } from './verb.ts';

/** Each verb is loaded only when it is called: `kanyin clean --batch` never opens the store's code. */
export const VERBS: Record<string, { summary: string; load: () => Promise<{ verb: Verb }> }> = {
  init: {
    summary: 'start a newsroom: a folder with a commented kanyin.yaml',
    load: () => import('./commands/init.ts'),
  },
  add: { summary: 'add a source: feed, list page, sitemap, RSSHub route', load: () => import('./commands/add.ts') },
  import: { summary: 'bring in Hexo posts or an OPML file', load: () => import('./commands/import.ts') },
  export: { summary: 'the archive as NDJSON', load: () => import('./commands/export.ts') },
  fetch: {
    summary: 'poll sources once and read the pages behind new entries',
    load: () => import('./commands/fetch.ts'),
  },
  publish: {
    summary: 'bring the site, the Hexo posts and the feeds up to date',
    load: () => import('./commands/publish.ts'),
  },
  run: { summary: 'poll, read, publish and serve until stopped', load: () => import('./commands/run.ts') },
  serve: { summary: 'serve the published site and the read API', load: () => import('./commands/serve.ts') },
  search: { summary: 'search the archive, newest first', load: () => import('./commands/search.ts') },
  doctor: { summary: 'the state of every source, with the remedy', load: () => import('./commands/doctor.ts') },
  backup: { summary: 'a consistent copy of the store in one file', load: () => import('./commands/backup.ts') },
  restore: { summary: 'put a backup in the place of the store', load: () => import('./commands/restore.ts') },
  parse: { summary: 'feed bytes to entries (filter)', load: () => import('./commands/parse.ts') },
  extract: { summary: 'a page to an article (filter)', load: () => import('./commands/extract.ts') },
  clean: { summary: 'HTML to safe canonical HTML (filter)', load: () => import('./commands/clean.ts') },
  gazetteer: {
    summary: 'add own lists of company names for the labels',
    load: () => import('./commands/gazetteer.ts'),
  },
  cluster: { summary: 'articles to groups of reprints (filter)', load: () => import('./commands/cluster.ts') },
  'site-new': {
    summary: 'write a site rule and the fixture that proves it (to build Kanyin)',
    load: () => import('./commands/site-new.ts'),
  },
  label: { summary: 'an article to its labels (filter)', load: () => import('./commands/label.ts') },
};

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

export async function main(argv: string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? VERBS[rest[0] ?? ''] : undefined;
    io.stdout.write(asked ? helpVerb((await asked.load()).verb) : helpAll(VERBS));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    io.stdout.write(`kanyin ${version()}\n`);
    return 0;
  }
  const entry = VERBS[name];
  if (!entry) {
    io.stderr.write(`kanyin: there is no verb "${name}"; see \`kanyin --help\`\n`);
    return 2;
  }
  const { verb } = await entry.load();
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([key, o]) => [
      key,
      { type: o.type, ...(o.short ? { short: o.short } : {}), ...(o.multiple ? { multiple: true } : {}) },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...options, help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    const says = error instanceof Error ? error.message.split('. ')[0] : String(error);
    io.stderr.write(`kanyin ${name}: ${says}; see \`kanyin ${name} --help\`\n`);
    return 2;
  }
  if (parsed.values['help']) {
    io.stdout.write(helpVerb(verb));
    return 0;
  }
  return verb.run({ positionals: parsed.positionals, values: parsed.values as never }, io);
}
