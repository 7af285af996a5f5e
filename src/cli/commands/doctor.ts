import { describeSources, type SourceReport } from '../../pipeline/describe-sources.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Io, Verb } from '../verb.ts';

const FAILED_SHOWN = 10;
const WELL = new Set(['ok', 'new']);

export const verb: Verb = {
  name: 'doctor',
  summary: 'the state of every source, with the remedy',
  usage: 'kanyin doctor [SOURCE …]',
  options: { ...CONFIG_OPTION },
  about: 'Exit code 3 when a source needs attention.',
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
    await store.close();
    const missing = [...wanted].find((id) => !reports.some((r) => r.id === id));
    if (missing !== undefined) {
      io.stderr.write(`kanyin doctor: there is no source "${missing}" in ${file}\n`);
      return 2;
    }
    const ill = reports.filter((r) => !WELL.has(r.health.state));
    if (args.values['json']) {
      const runtime = { node: process.versions.node, store: newsroom.store };
      io.stdout.write(`${JSON.stringify({ runtime, counts, pictures, sources: reports, unreadable: failed })}\n`);
    } else {
      io.stdout.write(`Kanyin on Node ${process.versions.node}, store ${newsroom.store}\n`);
      io.stdout.write(
        `${counts.articles} articles, ${counts.revisions} revisions, ${counts.waiting} pages to read, ${counts.failed} unreadable\n\n`,
      );
      if (pictures.kept + pictures.waiting + pictures.failed > 0)
        io.stdout.write(
          `pictures: ${pictures.kept} kept, ${pictures.waiting} waiting, ${pictures.failed} shown from their own address\n\n`,
        );
      for (const report of reports) describe(report, io);
      if (failed.length > 0) io.stdout.write('\npages that could not be read:\n');
      for (const entry of failed) io.stdout.write(`  ${entry.url}\n`);
    }
    return ill.length > 0 ? 3 : 0;
  },
};

function describe(report: SourceReport, io: Io): void {
  const { health } = report;
  io.stdout.write(
    `${health.state.padEnd(15)} ${report.id} (${report.articles} articles)\n                ${health.says}\n`,
  );
  if (health.remedy) io.stdout.write(`                → ${health.remedy}\n`);
}
