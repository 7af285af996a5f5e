import { LABEL_VERSION } from '../../label/label-version.ts';
import type { SourceConfig } from '../../model/newsroom.ts';
import type { Outcome } from '../../model/outcome.ts';
import { describeProblem } from '../../model/problem.ts';
import { createLine } from '../../pipeline/create-line.ts';
import { describeSources, type SourceReport } from '../../pipeline/describe-sources.ts';
import { labelsOfArchive } from '../../pipeline/label-version.ts';
import { type Trial, trySource } from '../../pipeline/try-source.ts';
import { CONFIG_OPTION, type OpenNewsroom, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { openSample } from '../sample.ts';
import type { Io, Verb } from '../verb.ts';

const FAILED_SHOWN = 10;
const WELL = new Set(['ok', 'new']);

export const verb: Verb = {
  name: 'doctor',
  summary: 'the state of every source, with the remedy',
  usage: 'kanyin doctor [SOURCE …] [--stored]',
  options: {
    ...CONFIG_OPTION,
    stored: { type: 'boolean', says: 'only what is remembered of the named sources; do not ask them' },
  },
  about:
    'Named sources are asked once, and every entry is shown with what the filters would do to it; nothing is stored. Exit code 3 when a source needs attention.',
  async run(args, io) {
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'doctor', io);
    const { newsroom, store, file } = opened.value;
    const wanted = new Set(args.positionals);
    const reports = (await describeSources(store, io.now().getTime())).filter(
      (r) => wanted.size === 0 || wanted.has(r.id),
    );
    const counts = await store.counts();
    const pictures = await store.pictures.counts();
    const failed = await store.failedEntries(FAILED_SHOWN);
    const labels = { archive: await labelsOfArchive(store), program: LABEL_VERSION };
    const missing = [...wanted].find((id) => !reports.some((r) => r.id === id));
    if (missing !== undefined) {
      await store.close();
      io.stderr.write(`kanyin doctor: there is no source "${missing}" in ${file}\n`);
      return 2;
    }
    const asked = args.values['stored'] ? [] : newsroom.sources.filter((source) => wanted.has(source.id));
    const trials = asked.length === 0 ? new Map<string, Outcome<Trial>>() : await tryAll(asked, opened.value, io);
    await store.close();
    const broken = [...trials.values()].some((trial) => !trial.ok);
    const ill = reports.filter((r) => !WELL.has(r.health.state));
    if (args.values['json']) {
      const runtime = { node: process.versions.node, store: newsroom.store };
      const sources = reports.map((report) => {
        const trial = trials.get(report.id);
        return { ...report, ...(trial ? { now: trial.ok ? trial.value : { problem: trial.problem.code } } : {}) };
      });
      io.stdout.write(`${JSON.stringify({ runtime, counts, pictures, labels, sources, unreadable: failed })}\n`);
    } else {
      io.stdout.write(`Kanyin on Node ${process.versions.node}, store ${newsroom.store}\n`);
      io.stdout.write(
        `${counts.articles} articles, ${counts.revisions} revisions, ${counts.waiting} pages to read, ${counts.failed} unreadable\n\n`,
      );
      if (pictures.kept + pictures.waiting + pictures.failed > 0)
        io.stdout.write(
          `pictures: ${pictures.kept} kept, ${pictures.waiting} waiting, ${pictures.failed} shown from their own address\n\n`,
        );
      if (newsroom.labels.on && labels.archive !== labels.program)
        io.stdout.write(
          `labels: made by version ${labels.archive ?? 'unknown'}, this program has ${labels.program}; kanyin label --archive makes them again\n\n`,
        );
      for (const report of reports) {
        describe(report, io);
        const trial = trials.get(report.id);
        if (trial) describeTrial(trial, io);
      }
      if (failed.length > 0) io.stdout.write('\npages that could not be read:\n');
      for (const entry of failed) io.stdout.write(`  ${entry.url}\n`);
    }
    return ill.length > 0 || broken ? 3 : 0;
  },
};

function describe(report: SourceReport, io: Io): void {
  const { health } = report;
  io.stdout.write(
    `${health.state.padEnd(15)} ${report.id} (${report.articles} articles)\n                ${health.says}\n`,
  );
  const facts = [
    health.since === undefined ? '' : `since ${health.since.slice(0, 16).replace('T', ' ')}`,
    health.lastSuccess === undefined ? 'never read' : `last read ${health.lastSuccess.slice(0, 16).replace('T', ' ')}`,
    health.cadence === undefined ? '' : `usually ${health.cadence}`,
  ].filter((fact) => fact !== '');
  if (!WELL.has(health.state)) io.stdout.write(`                ${facts.join(', ')} (UTC)\n`);
  if (health.remedy) io.stdout.write(`                → ${health.remedy}\n`);
}

async function tryAll(
  sources: readonly SourceConfig[],
  { newsroom, store }: OpenNewsroom,
  io: Io,
): Promise<Map<string, Outcome<Trial>>> {
  const sample = await openSample(newsroom);
  const line = createLine(newsroom, store, { signal: io.signal });
  const trials = new Map<string, Outcome<Trial>>();
  for (const source of sources) trials.set(source.id, await trySource(source, line));
  await line.close();
  if (sample.ok) await sample.value?.close();
  return trials;
}

function describeTrial(trial: Outcome<Trial>, io: Io): void {
  if (!trial.ok) {
    io.stdout.write(`    asked now: ${describeProblem(trial.problem)}\n`);
    return;
  }
  const { entries } = trial.value;
  const dropped = entries.filter((entry) => !entry.keep).length;
  io.stdout.write(`    asked now: ${entries.length} entries, ${dropped} dropped by filters\n`);
  for (const entry of entries) {
    const rule = entry.rule === undefined ? '' : `  [${entry.rule}]`;
    io.stdout.write(
      `      ${entry.keep ? 'keep' : 'drop'}  ${(entry.published ?? '').slice(0, 10).padEnd(10)}  ${entry.title.slice(0, 80)}${rule}\n`,
    );
  }
}
