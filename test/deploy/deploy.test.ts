import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_PORT } from '../../src/cli/config/to-newsroom.ts';
import { VERBS } from '../../src/cli/main.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** Every `kanyin.mjs VERB --option …` in a text. */
async function checkCommands(text: string): Promise<number> {
  const commands = [...text.matchAll(/kanyin\.mjs"?[,\s"]+([a-z-]+)([^\n|\]]*)/g)];
  for (const [, name = '', rest = ''] of commands) {
    const entry = VERBS[name];
    expect(entry, name).toBeDefined();
    const { verb } = await entry!.load();
    for (const [, option = ''] of rest.matchAll(/--([a-z-]+)/g))
      expect([...Object.keys(verb.options), 'json']).toContain(option);
  }
  return commands.length;
}

describe('deploy/', () => {
  test('Dockerfile: copies what is there, leaves out what only developers need, runs as nobody special', async () => {
    const docker = read('deploy/Dockerfile');
    for (const [, from = ''] of docker.matchAll(/^COPY (.+) \S+$/gm))
      for (const path of from.split(' ')) expect(existsSync(`${root}${path}`), path).toBe(true);
    expect(await checkCommands(docker)).toBe(1);
    expect(docker).toContain('npm ci --omit=dev');
    expect(docker).toMatch(/^USER node$/m);
    expect(docker).toContain(`PORT=${DEFAULT_PORT}`);
    expect(docker).toContain(`127.0.0.1:${DEFAULT_PORT}/healthz`);
    expect(/^FROM node:(\d+)/m.exec(docker)?.[1]).toBe('24');
  });

  test('Dockerfile: every folder that src/ imports from is copied', () => {
    const copied = [...read('deploy/Dockerfile').matchAll(/^COPY (\S+) \S+$/gm)].map((match) => match[1]);
    expect(copied).toEqual(expect.arrayContaining(['bin', 'src', 'samples']));
  });

  test('systemd unit: known sections, the real entry point, a stop that waits for the store', async () => {
    const unit = read('deploy/kanyin.service');
    expect([...unit.matchAll(/^\[(\w+)\]$/gm)].map((match) => match[1])).toEqual(['Unit', 'Service', 'Install']);
    for (const line of unit.split('\n')) expect(line, line).toMatch(/^(\[\w+\]|[A-Z]\w+=.+|#.*|)$/);
    expect(await checkCommands(unit)).toBe(1);
    expect(unit).toContain('KillSignal=SIGTERM');
    expect(/^ReadWritePaths=(.+)$/m.exec(unit)?.[1]).toBe('/var/lib/kanyin');
    expect(unit).toContain('KANYIN_CONFIG=/var/lib/kanyin/kanyin.yaml');
  });

  test('Pages workflow: valid YAML, the verbs exist, failed sources do not stop an edition', async () => {
    const text = read('deploy/pages.yml');
    const workflow = parse(text) as {
      on: { schedule: { cron: string }[] };
      jobs: Record<string, { steps: { run?: string }[] }>;
    };
    expect(workflow.on.schedule[0]?.cron).toMatch(/^\d+ \S+ \S+ \S+ \S+$/);
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    expect(steps.length).toBeGreaterThan(5);
    expect(await checkCommands(text)).toBe(2);
    expect(steps.some((step) => step.run?.includes('|| [ $? -eq 3 ]'))).toBe(true);
  });
});

describe('README', () => {
  test.each(['README.md', 'README.zh-CN.md'])('%s: commands and files it names are there', async (file) => {
    const text = read(file);
    for (const [, script = ''] of text.matchAll(/npm run ([a-z:]+)/g))
      expect(Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)).toContain(script);
    for (const [, verb = ''] of text.matchAll(/`(?:npx )?kanyin ([a-z-]+)/g))
      expect(Object.keys(VERBS)).toContain(verb);
    for (const [, path = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g))
      expect(existsSync(`${root}${path}`), path).toBe(true);
  });
});
