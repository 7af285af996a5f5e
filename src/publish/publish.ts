import type { Change } from '../model/archive.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { createPageContext, type PageContext } from './page-context.ts';
import { addToPlan, inOrder, PAGE_KINDS, type Plan } from './page-keys.ts';
import type { PageKind } from './page-kind.ts';
import type { Edition, PublishNeeds } from './publish-needs.ts';
import { SinkFailure } from './sink.ts';

/** Names the looks all pages in the folder were written with; written last, so that an unfinished full run is begun again. */
const LOOKS_FILE = '.looks';
const CHANGES_AT_ONCE = 100;
/** Other work of the process gets its turn after so many pages. */
const BREATH = 25;

/**
 * Brings the newspaper up to date.
 * 1. Changes become page keys, each once: O(pages touched), whatever the size of the archive. A folder that was never
 *    finished, or was written with other looks or templates, gets everything.
 * 2. Articles, then lists, then feeds, then the front page are rendered and written where their bytes differ.
 * 3. A full run removes files of ours that are no longer due.
 * Run again after a kill, with the same changes, it completes what was left. Problems: PUBLISH_FAILED, DISK_FULL, STOPPED.
 */
export async function publish(
  changes: readonly Change[] | 'everything',
  needs: PublishNeeds,
): Promise<Outcome<Edition>> {
  const began = process.cpuUsage();
  const kinds = inOrder(needs.kinds ?? PAGE_KINDS);
  const edition: Edition = { full: false, considered: 0, written: 0, unchanged: 0, removed: 0, feeds: [], cpuMs: 0 };
  try {
    const context = await createPageContext(needs);
    const [looks, ...ownBefore] = readLooks(needs);
    edition.full = changes === 'everything' || looks !== context.looks.hash;
    if (edition.full) context.memory.clear();
    if (edition.full) needs.out.remove(LOOKS_FILE);
    const run = { needs, context, edition, ownBefore };
    const finished = edition.full
      ? await publishAll(kinds, run)
      : await publishChanges(changes as Change[], kinds, run);
    if (!finished) return fail(problem('STOPPED'));
    if (edition.full) needs.out.write(LOOKS_FILE, [context.looks.hash, ...ownPaths(context)].join('\n'));
  } catch (error) {
    if (error instanceof SinkFailure) return fail(error.problem);
    const { code, path } = error as NodeJS.ErrnoException;
    // a file of the newsroom's own looks that went away
    if (code === undefined || path === undefined) throw error;
    return fail(problem('PUBLISH_FAILED', { where: path, why: code, cause: error }));
  } finally {
    needs.out.settle();
  }
  const upTo = changes === 'everything' ? undefined : changes.at(-1)?.seq;
  if (upTo !== undefined) edition.upTo = upTo;
  const used = process.cpuUsage(began);
  edition.cpuMs = Math.round((used.user + used.system) / 100) / 10;
  return ok(edition);
}

interface Run {
  needs: PublishNeeds;
  context: PageContext;
  edition: Edition;
  /** own pages the folder holds from the last full run */
  ownBefore: string[];
}

/** false = stopped by the signal */
async function publishChanges(changes: readonly Change[], kinds: readonly PageKind[], run: Run): Promise<boolean> {
  const { context } = run;
  const plan: Plan = new Map();
  for (let at = 0; at < changes.length; at += CHANGES_AT_ONCE) {
    const some = changes.slice(at, at + CHANGES_AT_ONCE);
    const articles = new Map(
      (await context.archive.articles([...new Set(some.map((change) => change.articleId))])).map((a) => [a.id, a]),
    );
    for (const change of some) {
      const article = articles.get(change.articleId);
      if (!article) continue;
      // of what is new only its story may be remembered, by a run that met the article before its change
      if (change.kind === 'new') context.memory.stories.forget(article.id);
      else context.memory.forget(article.id);
      const positions = [];
      for (const position of [...(await context.archive.positions(article.id)), ...(change.left ?? [])]) {
        positions.push({ ...position, count: await context.count(position.key) });
      }
      await addToPlan(plan, kinds, { change, article, positions }, context);
    }
    if (run.needs.signal?.aborted) return false;
  }
  for (const kind of kinds) {
    if (kind.aging) plan.set(kind, new Set([...(plan.get(kind) ?? []), ...kind.aging]));
  }
  const total = [...plan.values()].reduce((sum, keys) => sum + keys.size, 0);
  for (const kind of kinds) {
    for (const key of plan.get(kind) ?? []) if (!(await publishPage(kind, key, run, total))) return false;
  }
  return true;
}

/** First line the looks, then the own pages: their names are the owner's choice, so nothing else tells them from the owner's files. */
const readLooks = (needs: PublishNeeds): string[] =>
  Buffer.from(needs.out.read(LOOKS_FILE) ?? [])
    .toString()
    .split('\n');
const ownPaths = (context: PageContext): string[] => context.looks.pages.map((page) => `${page.slug}/index.html`);

async function publishAll(kinds: readonly PageKind[], run: Run): Promise<boolean> {
  const due = new Set<string>();
  const { stories } = run.context.memory;
  await stories.survey(run.context.archive);
  try {
    for (const kind of kinds) {
      for await (const key of kind.all(run.context)) {
        due.add(kind.path(key));
        if (!(await publishPage(kind, key, run, undefined))) return false;
      }
    }
  } finally {
    stories.endSurvey();
  }
  const { out } = run.needs;
  for (const file of [...out.files()]) {
    if (due.has(file)) continue;
    const ours = run.ownBefore.includes(file) || kinds.some((kind) => kind.owns.test(file));
    if (ours && out.remove(file)) run.edition.removed++;
  }
  return true;
}

async function publishPage(kind: PageKind, key: string, run: Run, total: number | undefined): Promise<boolean> {
  const { edition, needs } = run;
  const path = kind.path(key);
  const bytes = await kind.render(key, run.context);
  edition.considered++;
  if (bytes === undefined) {
    if (needs.out.remove(path)) edition.removed++;
  } else {
    const done = needs.out.write(path, bytes);
    edition[done]++;
    if (done === 'written' && kind.feeds && !(edition.full && path.includes('/')))
      edition.feeds.push(run.context.absolute(`/${path}`));
  }
  if (edition.considered % BREATH === 0) {
    needs.progress?.(edition.considered, total, path);
    await new Promise((resume) => setImmediate(resume));
  }
  return !needs.signal?.aborted;
}
