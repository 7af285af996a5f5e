// npm test: installs what is missing, then runs the tests; --slow the suites with browsers, kills and databases.
import { spawnSync } from 'child_process';
import { dirname, join } from 'path';
import { ensureInstalled } from './install.mjs';
import { findNode, refuseOldNode, root } from './node-24.mjs';

ensureInstalled('all');
const node = findNode();
if (!node) refuseOldNode();
const slow = process.argv.includes('--slow');
const rest = process.argv.slice(2).filter((arg) => arg !== '--slow');
const config = slow ? ['--config', 'vitest.slow.config.ts'] : [];
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const env = Object.assign({}, process.env, {
  PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
});
const done = spawnSync(node, [vitest, 'run'].concat(config, rest), { cwd: root, stdio: 'inherit', env });
process.exit(done.status === null ? 1 : done.status);
