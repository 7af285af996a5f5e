import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import { exportOpml } from '../export-opml.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { createProgress } from '../progress.ts';
import type { Verb } from '../verb.ts';

const BATCH = 200;

export const verb: Verb = {
  name: 'export',
  summary: 'the archive as NDJSON, one article a line; or the sources as OPML',
  usage:
    'kanyin export [--out FILE] [--section SLUG] [--since YYYY-MM-DD] [--revisions] | kanyin export opml [--out FILE] [--section SLUG]',
  options: {
    ...CONFIG_OPTION,
    out: { type: 'string', short: 'o', value: 'FILE', says: 'write there instead of standard output' },
    section: { type: 'string', value: 'SLUG', says: 'only this section' },
    since: { type: 'string', value: 'DAY', says: 'only articles first seen on or after this day' },
    revisions: { type: 'boolean', says: 'with every earlier text' },
  },
  about:
    'opml: the feeds of kanyin.yaml for another reader, a folder per section; attributes that an import kept come back.',
  async run(args, io) {
    const [what, ...rest] = args.positionals;
    if (what === 'opml' && rest.length === 0) return exportOpml(args, io);
    if (what !== undefined) {
      io.stderr.write(
        `kanyin export: articles need no argument, sources need "opml"; "${args.positionals.join(' ')}" is neither\n`,
      );
      return 2;
    }
    const since = args.values['since'];
    if (typeof since === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
      io.stderr.write(`kanyin export: --since wants a day such as 2026-01-31, not "${since}"\n`);
      return 2;
    }
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'export', io);
    const { store } = opened.value;
    const out = args.values['out'];
    const target = typeof out === 'string' ? await openFile(out) : ok(io.stdout);
    if (!target.ok) {
      await store.close();
      return exitWith(target.problem, 'export', io);
    }
    const progress = createProgress(io);
    const total = (await store.counts()).articles;
    let seen = 0;
    let written = 0;
    for await (const articles of store.scan(BATCH)) {
      for (const article of articles) {
        seen++;
        if (args.values['section'] !== undefined && article.section !== args.values['section']) continue;
        if (typeof since === 'string' && article.firstSeen.slice(0, 10) < since) continue;
        const revisions = args.values['revisions'] ? { revisions: await store.revisions(article.id) } : {};
        if (!target.value.write(`${JSON.stringify({ ...article, ...revisions })}\n`)) await once(target.value, 'drain');
        written++;
      }
      if (typeof out === 'string') progress.step(seen, total, 'articles');
    }
    progress.end();
    if (typeof out === 'string') {
      target.value.end();
      await once(target.value, 'finish');
      io.stdout.write(
        args.values['json'] ? `${JSON.stringify({ out, written })}\n` : `${written} articles written to ${out}\n`,
      );
    }
    await store.close();
    return 0;
  },
};

async function openFile(path: string): Promise<Outcome<NodeJS.WritableStream>> {
  const file = createWriteStream(path);
  try {
    await once(file, 'open');
    return ok(file);
  } catch (error) {
    return fail(problem('FILE_UNWRITABLE', { where: path, why: String((error as NodeJS.ErrnoException).code) }));
  }
}
