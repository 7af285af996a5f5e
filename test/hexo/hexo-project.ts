import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const PLUGINS = [
  'hexo-renderer-marked',
  'hexo-generator-index',
  'hexo-generator-archive',
  'hexo-generator-category',
  'hexo-generator-tag',
];

/** The page of a post says what Hexo made of it, each thing once. */
const POST = `<!doctype html><html><head><meta charset="utf-8"><title>{{ page.title | escape }}</title></head><body>
<time>{{ date(page.date, 'YYYY-MM-DD HH:mm:ss') }}</time>
<ul class="tags">{% for tag in page.tags.toArray() %}<li>{{ tag.name }}</li>{% endfor %}</ul>
<ul class="categories">{% for c in page.categories.toArray() %}<li>{{ c.path }}</li>{% endfor %}</ul>
<main id="post-content">{{ page.content | safe }}</main></body></html>`;

/** A real Hexo project as people have them: Markdown renderer, index, archives, tags, categories; a zone that is not ours. */
export class HexoProject {
  readonly root = mkdtempSync(join(tmpdir(), 'kanyin-hexo-'));
  readonly posts = join(this.root, 'source', '_posts');

  constructor() {
    const layouts = join(this.root, 'themes', 'plain', 'layout');
    mkdirSync(layouts, { recursive: true });
    mkdirSync(this.posts, { recursive: true });
    symlinkSync(MODULES, join(this.root, 'node_modules'));
    const version = (JSON.parse(readFileSync(join(MODULES, 'hexo', 'package.json'), 'utf8')) as { version: string })
      .version;
    writeFileSync(
      join(this.root, 'package.json'),
      JSON.stringify({
        name: 'site',
        private: true,
        hexo: { version },
        dependencies: Object.fromEntries(['hexo', ...PLUGINS].map((name) => [name, '*'])),
      }),
    );
    writeFileSync(
      join(this.root, '_config.yml'),
      'title: t\nurl: https://blog.example\nlanguage: zh-CN\ntimezone: America/Los_Angeles\ntheme: plain\nsyntax_highlighter:\npermalink: wrong/:title/\n',
    );
    for (const name of ['index', 'archive', 'category', 'tag', 'page'])
      writeFileSync(
        join(layouts, `${name}.njk`),
        '<!doctype html><title>list</title>{% for p in page.posts.toArray() %}{{ p.title }}{% endfor %}',
      );
    writeFileSync(join(layouts, 'post.njk'), POST);
  }

  generate(): { code: number | null; out: string } {
    const hexo = join(MODULES, 'hexo', 'bin', 'hexo');
    const done = spawnSync(process.execPath, [hexo, 'generate', '--force'], {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      timeout: 240_000,
    });
    return { code: done.status, out: done.stdout + done.stderr };
  }

  /** address below the root to HTML, of all pages that are posts */
  articlePages(): Map<string, string> {
    const found = new Map<string, string>();
    const root = join(this.root, 'public');
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      if (text.includes('id="post-content"'))
        found.set(
          join(entry.parentPath, entry.name)
            .slice(root.length)
            .replace(/index\.html$/, ''),
          text,
        );
    }
    return found;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
