import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { findConfig, loadConfig } from '../config/load-config.ts';
import { CONFIG_OPTION } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'restore',
  summary: 'put a backup in the place of the store',
  usage: 'kanyin restore FILE [--force]',
  options: {
    ...CONFIG_OPTION,
    force: { type: 'boolean', says: 'also when there is a store already; the old one is kept beside it' },
  },
  about: 'Stop every running kanyin of the newsroom first.',
  async run(args, io) {
    const from = args.positionals[0];
    if (from === undefined || !existsSync(resolve(io.cwd, from))) {
      io.stderr.write(`kanyin restore: ${from === undefined ? 'name the backup file' : `there is no ${from}`}\n`);
      return 2;
    }
    const asked = args.values['config'];
    const file = findConfig(io.cwd, typeof asked === 'string' ? asked : io.env['KANYIN_CONFIG']);
    if (!file.ok) return exitWith(file.problem, 'restore', io);
    const newsroom = loadConfig(file.value, io.env);
    if (!newsroom.ok) return exitWith(newsroom.problem, 'restore', io);
    const target = newsroom.value.store;
    if (existsSync(target) && !args.values['force']) {
      io.stderr.write(
        `kanyin restore: ${target} exists; --force replaces it and keeps the old one as ${target}.before-restore\n`,
      );
      return 2;
    }
    const incoming = `${target}.restoring`;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(resolve(io.cwd, from), incoming);
    const tried = openSqliteStore(incoming);
    if (!tried.ok) {
      rmSync(incoming, { force: true });
      return exitWith(tried.problem, 'restore', io);
    }
    const { articles } = await tried.value.counts();
    await tried.value.close();
    if (existsSync(target)) renameSync(target, `${target}.before-restore`);
    for (const side of ['-wal', '-shm']) {
      rmSync(`${target}${side}`, { force: true });
      rmSync(`${incoming}${side}`, { force: true });
    }
    renameSync(incoming, target);
    io.stdout.write(
      args.values['json']
        ? `${JSON.stringify({ store: target, articles })}\n`
        : `${articles} articles restored to ${target}; \`kanyin publish --all\` rebuilds the site\n`,
    );
    return 0;
  },
};
