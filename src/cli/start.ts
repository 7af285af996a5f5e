import './small-heap.ts';
import { join } from 'node:path';
import { writeTemplate } from './commands/init.ts';
import { findConfig } from './config/load-config.ts';
import { runMain } from './run-main.ts';

const args = process.argv.slice(2);
const asked = args.some((arg) => arg === '-c' || arg.startsWith('--config'));
if (!asked && !args.includes('--help') && !findConfig(process.cwd(), process.env['KANYIN_CONFIG']).ok) {
  const file = await writeTemplate(join(process.cwd(), 'newsroom'), 'sample');
  process.stdout.write(`there is no kanyin.yaml here: opening the sample newsroom, ${file}\n`);
}
await runMain(['run', ...args]);
