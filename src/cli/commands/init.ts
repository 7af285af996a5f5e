import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Verb } from '../verb.ts';

const TEMPLATE = {
  own: new URL('../template/kanyin.yaml', import.meta.url),
  sample: new URL('../template/sample.yaml', import.meta.url),
};

export const verb: Verb = {
  name: 'init',
  summary: 'start a newsroom: a folder with a commented kanyin.yaml',
  usage: 'kanyin init [DIR] [--sample]',
  options: { sample: { type: 'boolean', says: 'the sample newsroom instead of an empty one' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? '.');
    const file = join(folder, 'kanyin.yaml');
    if (existsSync(file)) {
      io.stderr.write(`kanyin init: ${file} exists already; it is left as it is\n`);
      return 2;
    }
    writeTemplate(folder, args.values['sample'] === true ? 'sample' : 'own');
    if (args.values['json']) io.stdout.write(`${JSON.stringify({ file })}\n`);
    else io.stdout.write(`${file} is ready; name your sources there, or run \`kanyin add URL\`, then \`kanyin run\`\n`);
    return 0;
  },
};

/** Writes kanyin.yaml into the folder; answers its path. */
export function writeTemplate(folder: string, which: 'own' | 'sample'): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'kanyin.yaml');
  writeFileSync(file, readFileSync(TEMPLATE[which], 'utf8'), { flag: 'wx' });
  return file;
}
