#!/usr/bin/env node
// Plain JavaScript that any Node can read: finds a Node that can run Kanyin, then becomes it.
import { runOnRightNode } from './node-24.mjs';

runOnRightNode(new URL('../src/cli/kanyin.ts', import.meta.url), process.argv.slice(2));
