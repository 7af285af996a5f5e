import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Outline, writeOpml } from '../feeds/opml/opml.ts';
import { withoutCredentials } from '../kit/url.ts';
import type { Newsroom, SourceConfig } from '../model/newsroom.ts';
import { problem } from '../model/problem.ts';
import { openNewsroom } from './open-newsroom.ts';
import { exitWith } from './problem-exit.ts';
import type { Args, ExitCode, Io } from './verb.ts';

/**
 * The feeds of the newsroom as OPML 2.0, a folder per section; what an import kept of its outlines comes back, user names and
 * passwords stay here. List pages and sitemaps have no feed.
 */
export async function exportOpml(args: Args, io: Io): Promise<ExitCode> {
  const opened = await openNewsroom(args, io);
  if (!opened.ok) return exitWith(opened.problem, 'export', io);
  const { newsroom, store } = opened.value;
  await store.close();
  const only = args.values['section'];
  const wanted = newsroom.sources.filter((source) => only === undefined || source.section === only);
  const feeds = wanted.filter((source) => source.kind === 'feed');
  const text = writeOpml({ title: newsroom.site.title, outlines: foldersOf(newsroom, feeds) });
  const out = args.values['out'];
  if (typeof out !== 'string') io.stdout.write(text);
  else {
    try {
      const target = createWriteStream(out);
      target.end(text);
      await finished(target);
    } catch (error) {
      return exitWith(problem('FILE_UNWRITABLE', { where: out, cause: error }), 'export', io);
    }
    const told = args.values['json']
      ? JSON.stringify({ out, written: feeds.length })
      : `${feeds.length} feeds written to ${out}`;
    io.stdout.write(`${told}\n`);
  }
  const without = wanted.length - feeds.length;
  if (without > 0) io.stderr.write(`kanyin export: ${without} list pages or sitemaps have no feed and are left out\n`);
  return 0;
}

/** A folder per section, or the folders an import found around the source, as long as it is still filed in the innermost. */
function foldersOf(newsroom: Newsroom, feeds: readonly SourceConfig[]): Outline[] {
  const top: Outline[] = [];
  for (const { slug, title } of newsroom.site.sections)
    for (const source of feeds.filter((one) => one.section === slug)) {
      const kept = source.opmlFolders ?? [];
      const path = kept.at(-1)?.['text'] === title ? kept : [{ text: title }];
      path.reduce(folderIn, top).push(outlineOf(source));
    }
  return top;
}

/** What stands in the folder of that name, which is made where it is missing. */
function folderIn(outlines: Outline[], { text = '', ...more }: Record<string, string>): Outline[] {
  let folder = outlines.find((one) => one.xmlUrl === undefined && one.text === text);
  if (!folder) {
    folder = { text, more: {}, children: [] };
    outlines.push(folder);
  }
  folder.more = { ...folder.more, ...more };
  return folder.children;
}

function outlineOf(source: SourceConfig): Outline {
  const { text, type, htmlUrl, ...more } = source.opml ?? {};
  const title = source.title ?? source.id;
  return {
    text: text ?? title,
    xmlUrl: withoutCredentials(source.url),
    type: type ?? 'rss',
    more: text === undefined || text === title ? more : { title, ...more },
    children: [],
    ...(htmlUrl === undefined ? {} : { htmlUrl }),
  };
}
