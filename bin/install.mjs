// Installs from the lock file what is missing, and says so. Readable for old Nodes, see node-24.mjs.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { root } from './node-24.mjs';

const OLDEST_THAT_CAN_INSTALL = 18;

/** `what`: 'run' leaves the development tools out, 'all' brings them. A folder that has 'all' serves both. */
export function ensureInstalled(what) {
  const stamp = join(root, 'node_modules', '.cache', 'kanyin', 'installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const have = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (have === `${lock} all` || have === `${lock} ${what}`) return;
  if (Number(process.versions.node.split('.')[0]) < OLDEST_THAT_CAN_INSTALL) {
    console.error(
      `kanyin: Node ${process.versions.node} is too old to install with; install Node 20 or newer and try again.`,
    );
    process.exit(1);
  }
  console.log('kanyin: installing what is missing from package-lock.json (once; under a minute on a fast line) …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'].concat(what === 'run' ? ['--omit=dev'] : []);
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm].concat(args), { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(
      'kanyin: npm ci failed, see above; nothing else was changed. Try again when the registry can be reached.',
    );
    process.exit(1);
  }
  mkdirSync(join(root, 'node_modules', '.cache', 'kanyin'), { recursive: true });
  writeFileSync(stamp, `${lock} ${what}`);
  console.log('kanyin: installed.');
}
