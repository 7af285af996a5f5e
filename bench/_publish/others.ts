import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { benchDraft } from './articles.ts';

export interface OtherRun {
  coldCpuMs: number;
  oneMoreCpuMs: number;
  /** files whose bytes or time changed with one more post */
  oneMoreFiles: number;
  pages: number;
  folder: string;
}

/** Hugo with the smallest theme that makes a paged front page, section lists, post pages and RSS. */
export function runHugo(size: number): OtherRun | undefined {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'kanyin-hugo-'));
  write(root, 'config.toml', 'baseURL = "https://paper.example/"\ntitle = "量报"\npaginate = 40\n');
  write(
    root,
    'layouts/_default/baseof.html',
    '<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ block "main" . }}{{ end }}</body></html>',
  );
  write(
    root,
    'layouts/_default/single.html',
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}',
  );
  const list =
    '{{ define "main" }}{{ range (.Paginate .Pages).Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}';
  write(root, 'layouts/_default/list.html', list);
  write(root, 'layouts/index.html', list.replace('.Pages)', '.Site.RegularPages)'));
  const post = (i: number): void => {
    const draft = benchDraft(i);
    write(
      root,
      `content/${draft.section}/${draft.id}.html`,
      `---\ntitle: ${JSON.stringify(draft.title)}\ndate: ${draft.published}\n---\n${draft.html}\n`,
    );
  };
  return measure(root, size, post, 'hugo', ['--quiet', '-s', root]);
}

/** Hexo without plug-ins and with the smallest theme: post pages only, its own least work. */
export function runHexo(size: number): OtherRun | undefined {
  const require = createRequire(import.meta.url);
  let hexo: string;
  try {
    hexo = dirname(require.resolve('hexo/package.json'));
  } catch {
    return undefined;
  }
  const root = mkdtempSync(join(tmpdir(), 'kanyin-hexo-'));
  write(
    root,
    'package.json',
    JSON.stringify({ name: 'bench', version: '1.0.0', hexo: { version: '8.1.2' }, dependencies: {} }),
  );
  write(root, '_config.yml', 'title: bench\ntheme: plain\npermalink: :year/:month/:day/:title/\nsyntax_highlighter:\n');
  write(
    root,
    'themes/plain/layout/post.njk',
    '<!doctype html><html><head><title>{{ page.title }}</title></head><body><h1>{{ page.title }}</h1>{{ page.content | safe }}</body></html>',
  );
  write(root, 'themes/plain/layout/index.njk', '<!doctype html><html><body>{{ config.title }}</body></html>');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  symlinkSync(hexo, join(root, 'node_modules/hexo'));
  const post = (i: number): void => {
    const draft = benchDraft(i);
    write(
      root,
      `source/_posts/${draft.id}.html`,
      `---\ntitle: ${JSON.stringify(draft.title)}\ndate: ${draft.published!.slice(0, 19).replace('T', ' ')}\ndisableNunjucks: true\n---\n${draft.html}\n`,
    );
  };
  return measure(root, size, post, process.execPath, [join(hexo, 'bin/hexo'), 'generate', '--silent', '--cwd', root]);
}

function measure(root: string, size: number, post: (i: number) => void, program: string, args: string[]): OtherRun {
  for (let i = 0; i < size; i++) post(i);
  const run = (): number => {
    // the children's CPU time, from the shell's own `times`
    const script = `"$@" >/dev/null || exit 1; times`;
    const done = spawnSync('sh', ['-c', script, 'sh', program, ...args], { encoding: 'utf8', cwd: root });
    const spent = [...(done.stdout ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
      .map((m) => Number(m[1]) * 60 + Number(m[2]))
      .slice(2);
    if (done.status !== 0 || spent.length < 2) throw new Error(`${program} failed: ${done.stderr}`);
    return Math.round(1000 * (spent[0]! + spent[1]!));
  };
  const coldCpuMs = run();
  const before = stamps(join(root, 'public'));
  post(size);
  const oneMoreCpuMs = run();
  const after = stamps(join(root, 'public'));
  const oneMoreFiles = [...after].filter(([file, stamp]) => before.get(file) !== stamp).length;
  const pages = [...after.keys()].filter((file) => file.endsWith('index.html')).length;
  return { coldCpuMs, oneMoreCpuMs, oneMoreFiles, pages, folder: root };
}

const stamps = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, `${statSync(file).mtimeMs} ${readFileSync(file).length}`]),
  );

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
