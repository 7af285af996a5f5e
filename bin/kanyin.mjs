#!/usr/bin/env node
// The command line: finds a Node that can run Kanyin, then becomes it.
import { join } from 'path';
import { root, runOnRightNode } from './node-24.mjs';

runOnRightNode(join(root, 'src', 'cli', 'kanyin.ts'), process.argv.slice(2));
