import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readHexoPost } from '../feeds/hexo-post/read-hexo-post.ts';
import { decodeBytes } from '../kit/charset.ts';
import { describeProblem } from '../model/problem.ts';
import { withReprints } from '../pipeline/find-reprints.ts';
import { postToDraft } from '../pipeline/import-hexo.ts';
import type { ArticleDraft } from '../store/store.ts';
import { openNewsroom } from './open-newsroom.ts';
import { exitWith } from './problem-exit.ts';
import { createProgress } from './progress.ts';
import type { Args, ExitCode, Io } from './verb.ts';

const AT_ONCE = 50;

/** Every post below a folder becomes an article; read + unreadable = found. */
export async function importHexo(folder: string, args: Args, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    io.stderr.write(`kanyin import: there is no folder ${root}\n`);
    return 2;
  }
  const opened = await openNewsroom(args, io);
  if (!opened.ok) return exitWith(opened.problem, 'import', io);
  const { newsroom, store } = opened.value;
  const section = args.values['section'];
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|markdown|html?)$/i.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  const progress = createProgress(io);
  const counts = { found: files.length, read: 0, added: 0, revised: 0, unchanged: 0 };
  const unreadable: { file: string; why: string }[] = [];
  let batch: ArticleDraft[] = [];
  const commit = async (): Promise<ExitCode | undefined> => {
    const done = await store.commitArticles(batch, io.now().getTime());
    if (!done.ok) return exitWith(done.problem, 'import', io);
    counts.added += done.value.added;
    counts.revised += done.value.revised;
    counts.unchanged += batch.length - done.value.added - done.value.revised;
    batch = [];
    return undefined;
  };
  for (const [i, file] of files.entries()) {
    progress.step(i, files.length, file);
    const post = readHexoPost(file, decodeBytes(await readFile(join(root, file)), {}).text);
    if (!post.ok) {
      unreadable.push({ file, why: post.problem.why ?? describeProblem(post.problem) });
      continue;
    }
    counts.read++;
    const name = file.replace(/\.[^.]+$/, '');
    const draft = postToDraft(post.value, name, {
      newsroom,
      now: io.now(),
      ...(typeof section === 'string' ? { section } : {}),
    });
    batch.push(await withReprints(draft, store));
    if (batch.length >= AT_ONCE && !args.values['dry-run']) {
      const failed = await commit();
      if (failed !== undefined) return failed;
    }
  }
  if (!args.values['dry-run']) {
    const failed = await commit();
    if (failed !== undefined) return failed;
  }
  progress.end();
  await store.close();
  if (args.values['json']) io.stdout.write(`${JSON.stringify({ ...counts, unreadable })}\n`);
  else {
    io.stdout.write(
      `${counts.found} posts found: ${counts.read} read, ${unreadable.length} unreadable; ${counts.added} new, ${counts.revised} revised, ${counts.unchanged} unchanged\n`,
    );
    for (const { file, why } of unreadable) io.stdout.write(`  ${file}: ${why}\n`);
  }
  return unreadable.length > 0 ? 3 : 0;
}
