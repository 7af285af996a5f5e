import { readRoutes } from '../../feeds/rsshub/read-routes.ts';
import { askRsshub } from '../../pipeline/ask-rsshub.ts';
import { createLine, type Line } from '../../pipeline/create-line.ts';
import { findSources, type SourceProposal } from '../../pipeline/find-sources.ts';
import { addToConfig, type SourceEntry } from '../config/edit-config.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { openSample } from '../sample.ts';
import type { Args, ExitCode, Io, Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'add',
  summary: 'add a source: feed, list page, sitemap, RSSHub route',
  usage: 'kanyin add URL [--pick N] [--section SLUG] [--dry-run] | kanyin add --rsshub CATEGORY [--pick N,M]',
  options: {
    ...CONFIG_OPTION,
    pick: { type: 'string', value: 'N[,M]', says: 'which proposals to add (default 1; with --rsshub none: only list)' },
    section: { type: 'string', short: 's', value: 'SLUG', says: 'file the source there' },
    rsshub: { type: 'string', value: 'CATEGORY', says: "list an instance's routes of this category" },
    'dry-run': { type: 'boolean', short: 'n', says: 'propose only, write nothing' },
  },
  about:
    'Proposals are shown with what they would bring; the picked ones are written to kanyin.yaml, comments and order kept.',
  async run(args, io) {
    const category = args.values['rsshub'];
    const url = args.positionals[0];
    const picks = readPicks(args.values['pick']);
    if ((url === undefined) === (category === undefined) || picks === undefined) {
      io.stderr.write('kanyin add: give one address, or --rsshub CATEGORY; --pick wants numbers such as 1,3\n');
      return 2;
    }
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'add', io);
    const { newsroom, store, file } = opened.value;
    const sample = await openSample(newsroom);
    const line = createLine(newsroom, store, { signal: io.signal });
    try {
      if (typeof category === 'string') return await addRoutes(category, picks, args, line, file, io);
      return await addAddress(url!, picks, args, line, file, io);
    } finally {
      await line.close();
      if (sample.ok) await sample.value?.close();
      await store.close();
    }
  },
};

/** `[]` = none given; undefined = not readable */
function readPicks(given: unknown): number[] | undefined {
  if (given === undefined) return [];
  const numbers = String(given).split(',').map(Number);
  return numbers.every((n) => Number.isInteger(n) && n > 0) ? numbers : undefined;
}

async function addAddress(
  url: string,
  picks: number[],
  args: Args,
  line: Line,
  file: string,
  io: Io,
): Promise<ExitCode> {
  const instances = line.newsroom.rsshub.instances;
  const address = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  let proposals: SourceProposal[];
  if (address.startsWith('rsshub://')) {
    proposals = [{ kind: 'rsshub', url: address, why: 'as named', preview: [], entries: 0 }];
  } else {
    const found = await findSources(address, { fetch: line.fetch, now: io.now(), instances });
    if (!found.ok) return exitWith(found.problem, 'add', io);
    proposals = found.value;
  }
  if (proposals.length === 0) {
    io.stderr.write(`kanyin add: nothing to follow was found at ${address}: no feed, no sitemap, no list of links\n`);
    return 1;
  }
  const chosen = choose(proposals, picks.length > 0 ? picks : [1], io);
  if (!chosen) return 2;
  const section = args.values['section'];
  const entries = chosen.map(
    (proposal): SourceEntry => ({
      url: proposal.url,
      ...(proposal.title ? { title: proposal.title.slice(0, 80) } : {}),
      ...(typeof section === 'string' ? { section } : {}),
      ...(proposal.kind === 'listing' || proposal.kind === 'sitemap' ? { kind: proposal.kind } : {}),
      ...(proposal.listing ? { listing: proposal.listing } : {}),
    }),
  );
  const added = args.values['dry-run'] ? [] : addToConfig(file, entries);
  if (args.values['json']) {
    io.stdout.write(`${JSON.stringify({ proposals, added })}\n`);
    return 0;
  }
  for (const [i, proposal] of proposals.entries()) {
    io.stdout.write(
      `${i + 1}. ${proposal.kind} ${proposal.url}${proposal.title ? `  «${proposal.title}»` : ''}\n   ${proposal.why}${proposal.entries > 0 ? `; ${proposal.entries} entries` : ''}${proposal.inside ? `; ${proposal.inside} sitemaps` : ''}\n`,
    );
    if (proposal.listing) io.stdout.write(`   listing: ${JSON.stringify(proposal.listing)}\n`);
    for (const entry of proposal.preview)
      io.stdout.write(`     ${(entry.published ?? '').slice(0, 10).padEnd(10)}  ${entry.title}\n`);
  }
  tell(entries, added, args, file, io);
  return 0;
}

async function addRoutes(
  category: string,
  picks: number[],
  args: Args,
  line: Line,
  file: string,
  io: Io,
): Promise<ExitCode> {
  const { instances } = line.newsroom.rsshub;
  const answer = await askRsshub(`api/category/${encodeURIComponent(category)}`, instances, line.fetch);
  if (!answer.ok) return exitWith(answer.problem, 'add', io);
  const routes = readRoutes(answer.value);
  if (routes.length === 0) {
    io.stderr.write(`kanyin add: RSSHub has no routes in the category "${category}"\n`);
    return 1;
  }
  const chosen = choose(routes, picks, io);
  if (!chosen) return 2;
  const open = chosen.find((route) => route.example === undefined && route.path.includes('/:'));
  if (open) {
    io.stderr.write(
      `kanyin add: ${open.path} has no example; fill in its parameters and add it: kanyin add rsshub:/${open.path}\n`,
    );
    return 2;
  }
  const section = args.values['section'];
  const entries = chosen.map(
    (route): SourceEntry => ({
      url: `rsshub:/${route.example ?? route.path}`,
      title: `${route.site}－${route.name}`,
      section: typeof section === 'string' ? section : category,
      outlet: route.site,
      categories: [category, route.site, route.name],
    }),
  );
  const added = args.values['dry-run'] ? [] : addToConfig(file, entries);
  if (args.values['json']) {
    io.stdout.write(`${JSON.stringify({ routes, added })}\n`);
    return 0;
  }
  for (const [i, route] of routes.entries()) {
    io.stdout.write(
      `${i + 1}. ${route.site}: ${route.name}\n   ${route.path}${route.example ? `  e.g. ${route.example}` : ''}\n`,
    );
    for (const [name, says] of Object.entries(route.parameters))
      if (says) io.stdout.write(`   :${name}  ${says.replace(/\s+/g, ' ').slice(0, 100)}\n`);
    if (route.needs.length > 0) io.stdout.write(`   needs ${route.needs.join(', ')}\n`);
  }
  if (picks.length > 0) tell(entries, added, args, file, io);
  else io.stdout.write('add some with --pick N,M\n');
  return 0;
}

function choose<T>(from: readonly T[], picks: readonly number[], io: Io): T[] | undefined {
  const missing = picks.find((n) => n > from.length);
  if (missing === undefined) return picks.map((n) => from[n - 1]!);
  io.stderr.write(`kanyin add: there are ${from.length} proposals, no number ${missing}\n`);
  return undefined;
}

function tell(entries: SourceEntry[], added: SourceEntry[], args: Args, file: string, io: Io): void {
  if (args.values['dry-run']) {
    io.stdout.write('nothing written (--dry-run)\n');
    return;
  }
  for (const entry of entries) {
    io.stdout.write(added.includes(entry) ? `added ${entry.url} to ${file}\n` : `${entry.url} is in ${file} already\n`);
  }
}
