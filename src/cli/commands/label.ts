import { STOCK_LINK } from '../../kit/furniture.ts';
import { htmlToText } from '../../kit/html/text.ts';
import type { LabelNeeds } from '../../label/document.ts';
import { labelArticle } from '../../label/label-article.ts';
import { type Outcome, ok } from '../../model/outcome.ts';
import { relabelArchive } from '../../pipeline/relabel-archive.ts';
import { readString, runBatch } from '../batch.ts';
import { findConfig } from '../config/load-config.ts';
import { CONFIG_OPTION, openNewsroom, readNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { createProgress } from '../progress.ts';
import { readInput } from '../read-input.ts';
import type { Args, ExitCode, Io, Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'label',
  summary: 'an article to its labels (filter)',
  usage: 'kanyin label [FILE] [--explain] | kanyin label --batch < lines.ndjson | kanyin label --archive [--dry]',
  options: {
    ...CONFIG_OPTION,
    archive: {
      type: 'boolean',
      says: 'label every article of the newsroom again; the next publish shows what changed',
    },
    dry: { type: 'boolean', says: 'with --archive: only count the articles whose labels would change' },
    batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","title","html" or "text","section"} a line' },
    explain: {
      type: 'boolean',
      says: 'show candidates, evidence and why each was kept or dropped; with --json as `candidates` of the answer',
    },
  },
  about:
    'The first line of FILE is the title. With --config the entries and vetoes of that newsroom count; without, only the packed lists.',
  async run(args, io) {
    if (args.values['archive']) return relabel(args, io);
    const read = (input: Record<string, unknown>) => {
      const html = readString(input, 'html');
      const section = readString(input, 'section');
      const published = readString(input, 'published');
      return {
        title: readString(input, 'title') ?? '',
        text: readString(input, 'text') ?? (html === undefined ? '' : htmlToText(html)),
        ...(section === undefined ? {} : { section }),
        ...(published === undefined ? {} : { published }),
        ...(html === undefined ? {} : { linked: linkedIn(html) }),
      };
    };
    const needs = needsOf(args, io);
    if (!needs.ok) return exitWith(needs.problem, 'label', io);
    if (args.values['batch']) return runBatch(io, (input) => ({ labels: labelArticle(read(input), needs.value) }));
    const bytes = await readInput(args.positionals[0], io);
    if (!bytes.ok) return exitWith(bytes.problem, 'label', io);
    const [title = '', ...lines] = bytes.value.toString('utf8').split('\n');
    const candidates: { kind: string; surface: string; says: string }[] = [];
    const trace = (kind: string, surface: string, says: string): void => {
      candidates.push({ kind, surface, says });
    };
    const labels = labelArticle(
      { title, text: lines.join('\n') },
      { ...needs.value, ...(args.values['explain'] ? { trace } : {}) },
    );
    if (!args.values['json'])
      for (const { kind, surface, says } of candidates) io.stderr.write(`${kind}: ${surface}: ${says}\n`);
    const answer = args.values['json'] && args.values['explain'] ? { labels, candidates } : { labels };
    io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return 0;
  },
};

const HREF = /\bhref\s*=\s*["']?([^"'\s>]{1,500})/i;

/** Words linked to pages of quotations. */
function linkedIn(html: string): string[] {
  const words: string[] = [];
  for (const link of html.split(/<a(?=\s)/i).slice(1)) {
    const close = link.indexOf('>');
    const word = /^[^<]{2,24}(?=<\/a)/i.exec(link.slice(close + 1, close + 32))?.[0];
    if (close > 0 && word && STOCK_LINK.test(HREF.exec(link.slice(0, Math.min(close, 2000)))?.[1] ?? ''))
      words.push(word.trim());
  }
  return words;
}

/** A filter reads no newsroom that was not named. */
function needsOf(args: Args, io: Io): Outcome<LabelNeeds> {
  const asked = args.values['config'];
  if (typeof asked !== 'string') return ok({});
  const file = findConfig(io.cwd, asked);
  if (!file.ok) return file;
  const newsroom = readNewsroom(file.value, io.env);
  return newsroom.ok ? ok({ settings: newsroom.value.labels }) : newsroom;
}

async function relabel(args: Args, io: Io): Promise<ExitCode> {
  const opened = await openNewsroom(args, io);
  if (!opened.ok) return exitWith(opened.problem, 'label', io);
  const { store, newsroom } = opened.value;
  const progress = createProgress(io);
  const total = (await store.counts()).articles;
  const dry = args.values['dry'] === true;
  const done = await relabelArchive(store, newsroom, {
    now: io.now,
    dry,
    progress: (seen) => progress.step(seen, total, 'articles'),
  });
  progress.end();
  await store.close();
  if (!done.ok) return exitWith(done.problem, 'label', io);
  const { seen, changed, version } = done.value;
  io.stdout.write(
    args.values['json']
      ? `${JSON.stringify({ ...done.value, dry })}\n`
      : `${seen} articles read, labels of ${changed} ${dry ? 'would change' : 'changed'} (labels ${version})\n`,
  );
  return 0;
}
