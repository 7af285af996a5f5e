import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SAMPLE_PORT } from '../config/to-newsroom.ts';
import { freePort } from '../free-port.ts';
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
    await writeTemplate(folder, args.values['sample'] === true ? 'sample' : 'own');
    if (args.values['json']) io.stdout.write(`${JSON.stringify({ file })}\n`);
    else io.stdout.write(`${file} is ready; name your sources there, or run \`kanyin add URL\`, then \`kanyin run\`\n`);
    return 0;
  },
};

/** Writes kanyin.yaml into the folder; answers its path. The sample's sources get a port that is free now. */
export async function writeTemplate(folder: string, which: 'own' | 'sample'): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'kanyin.yaml');
  const text = readFileSync(TEMPLATE[which], 'utf8');
  writeFileSync(file, which === 'sample' ? onPort(text, await freePort(SAMPLE_PORT)) : text, { flag: 'wx' });
  return file;
}

const onPort = (template: string, port: number): string =>
  port === SAMPLE_PORT
    ? template
    : template.replaceAll(`:${SAMPLE_PORT}`, `:${port}`).replace(/^sample: true\b/m, `sample: { port: ${port} }`);
