import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Article } from '../model/article.ts';
import { picturesOf } from '../publish/images/pictures-of.ts';
import type { PictureFor } from '../publish/shown-picture.ts';
import type { LineNeeds } from './needs.ts';
import { siteShelf } from './pictures.ts';

const ROOT = /^root:[ \t]*['"]?(\/[\w./-]*)/m;

/**
 * Local pictures of Hexo posts, where posts stand in `source/_posts`: copies go to `source/pictures`, which Hexo takes along.
 * Undefined where pictures keep their own addresses. The migration profile repeats the ancestor to the byte and has none.
 */
export function hexoPictures(line: LineNeeds): ((articles: readonly Article[]) => Promise<PictureFor>) | undefined {
  const { newsroom } = line;
  const { hexo } = newsroom.outputs;
  if (newsroom.site.images !== 'keep' || hexo?.profile !== 'hexo' || basename(hexo.dir) !== '_posts') return undefined;
  const source = dirname(hexo.dir);
  const root = rootOf(join(dirname(source), '_config.yml'));
  const shelf = siteShelf(line, source);
  return async (articles) => {
    const shown = await shelf.read([...new Set(articles.flatMap(picturesOf))]);
    return (src) => {
      const kept = shown.get(src);
      return kept && { ...kept, src: root + kept.src };
    };
  };
}

/** Path below which the Hexo site stands: '' or `/blog`. */
function rootOf(config: string): string {
  try {
    return (ROOT.exec(readFileSync(config, 'utf8'))?.[1] ?? '').replace(/\/+$/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return '';
  }
}
