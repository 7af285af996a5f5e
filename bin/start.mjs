// npm start: installs what is missing, then runs the newsroom here, or the sample newsroom where there is none.
import { join } from 'path';
import { ensureInstalled } from './install.mjs';
import { root, runOnRightNode } from './node-24.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

ensureInstalled('run');
stopWithParent();
runOnRightNode(join(root, 'src', 'cli', 'start.ts'), process.argv.slice(2));
