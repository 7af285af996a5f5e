import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Outline, readOpml } from '../feeds/opml/opml.ts';
import { decodeBytes } from '../kit/charset.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { createLine } from '../pipeline/create-line.ts';
import { addToConfig, type SourceEntry } from './config/edit-config.ts';
import { type OpenNewsroom, openNewsroom } from './open-newsroom.ts';
import { exitWith } from './problem-exit.ts';
import type { Args, ExitCode, Io } from './verb.ts';

/** Feeds of an OPML file or address become sources; the nearest folder is the section; unknown attributes and outer folders are kept. */
export async function importOpml(from: string, args: Args, io: Io): Promise<ExitCode> {
  const opened = await openNewsroom(args, io);
  if (!opened.ok) return exitWith(opened.problem, 'import', io);
  const text = await readText(from, opened.value, io);
  await opened.value.store.close();
  if (!text.ok) return exitWith(text.problem, 'import', io);
  const opml = readOpml(text.value, from);
  if (!opml.ok) return exitWith(opml.problem, 'import', io);

  const section = args.values['section'];
  const entries: SourceEntry[] = [];
  const walk = (outlines: readonly Outline[], folders: readonly Record<string, string>[]): void => {
    for (const outline of outlines) {
      if (outline.xmlUrl) {
        const filed = typeof section === 'string' ? section : folders.at(-1)?.['text'];
        const { title, ...own } = outline.more;
        const kept = {
          ...own,
          ...(title && outline.text ? { text: outline.text } : {}),
          ...(outline.type && outline.type !== 'rss' ? { type: outline.type } : {}),
          ...(outline.htmlUrl ? { htmlUrl: outline.htmlUrl } : {}),
        };
        entries.push({
          url: outline.xmlUrl,
          ...((title ?? outline.text) ? { title: title ?? outline.text } : {}),
          ...(filed ? { section: filed } : {}),
          ...(Object.keys(kept).length > 0 ? { opml: kept } : {}),
          ...(typeof section !== 'string' && tellMore(folders) ? { opml_folders: folders } : {}),
        });
      }
      const { text } = outline;
      walk(outline.children, outline.xmlUrl || text === '' ? folders : [...folders, { text, ...outline.more }]);
    }
  };
  walk(opml.value.outlines, []);
  const readable = entries.filter((entry) => /^(https?|rsshub):\/\/./.test(entry.url));
  const refused = entries
    .filter((entry) => !readable.includes(entry))
    .map((entry) => ({ url: entry.url, why: 'no http(s) or rsshub:// address' }));
  const added = args.values['dry-run'] ? readable : addToConfig(opened.value.file, readable);
  const summary = { found: entries.length, added: added.length, known: readable.length - added.length, refused };
  if (args.values['json']) io.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    io.stdout.write(
      `${summary.found} feeds found: ${summary.added} added, ${summary.known} known already, ${refused.length} refused\n`,
    );
    for (const one of refused) io.stdout.write(`  ${one.url}: ${one.why}\n`);
  }
  return refused.length > 0 ? 3 : 0;
}

/** The section of a source tells one plain folder by itself. */
const tellMore = (folders: readonly Record<string, string>[]): boolean =>
  folders.length > 1 || folders.some((folder) => Object.keys(folder).length > 1);

async function readText(from: string, opened: OpenNewsroom, io: Io): Promise<Outcome<string>> {
  if (/^https?:\/\//.test(from)) {
    const line = createLine(opened.newsroom, opened.store, { signal: io.signal });
    const fetched = await line.fetch({ url: from, kind: 'feed' });
    await line.close();
    if (!fetched.ok) return fetched;
    const type = fetched.value.headers['content-type'];
    return ok(decodeBytes(fetched.value.bytes, type === undefined ? {} : { contentType: type }).text);
  }
  try {
    return ok(decodeBytes(await readFile(resolve(io.cwd, from)), {}).text);
  } catch (error) {
    return fail(problem('FILE_UNREADABLE', { where: from, cause: error }));
  }
}
