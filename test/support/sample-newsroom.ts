import { readFileSync } from 'node:fs';
import { freePort } from '../../src/cli/free-port.ts';
import { NewsroomFolder } from './newsroom-folder.ts';

/** The sample newsroom as `kanyin init --sample` writes it, its sources on a port of its own. `more` is added to the configuration. */
export async function sampleNewsroom(more = ''): Promise<NewsroomFolder> {
  const room = new NewsroomFolder('');
  const made = await room.run(['init', 'sample', '--sample']);
  if (made.code !== 0) throw new Error(made.stderr);
  const port = await freePort(0);
  const own = readFileSync(room.path('sample', 'kanyin.yaml'), 'utf8')
    .replace(/127\.0\.0\.1:\d+/g, `127.0.0.1:${port}`)
    .replace(/^sample: (true|\{[^}]*\}).*$/m, `sample: { port: ${port} }`);
  return new NewsroomFolder(`${own}\n${more}\n`, room.path('sample'));
}
