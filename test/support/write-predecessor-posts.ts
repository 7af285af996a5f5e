import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rsshubPagePost } from '../../src/publish/hexo/rsshub-page.ts';

interface Row {
  slug: string;
  title: string;
  categories: string[];
  headimg: string;
  date: string;
  html: string;
}

/**
 * Writes the rows of an NDJSON of the ancestor's rendered posts out as posts. `node test/support/write-predecessor-posts.ts FILE DIR`.
 * Answers the names of the files.
 */
export function writePredecessorPosts(ndjson: string, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const bytes = readFileSync(ndjson);
  const text = (ndjson.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { slug, title, categories, headimg, date, html } = JSON.parse(line) as Row;
      const [category = '', site = '', channel = ''] = categories;
      const post = rsshubPagePost({ title, description: html, pubDate: date }, { category, site, channel });
      const file = `${slug}.md`;
      // The head image was often none of the body's.
      writeFileSync(
        join(folder, file),
        post.replace(/^(headimg|thumbnail): '.*'$/gm, (_, key: string) => `${key}: '${headimg}'`),
      );
      return file;
    });
}

if (process.argv[1] === import.meta.filename) {
  const [ndjson, folder] = process.argv.slice(2);
  if (ndjson === undefined || folder === undefined) throw new Error('name the NDJSON file and the folder');
  console.log(`${writePredecessorPosts(ndjson, folder).length} posts`);
}
