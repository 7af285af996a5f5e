import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'backup',
  summary: 'a consistent copy of the store in one file, while it is in use',
  usage: 'kanyin backup FILE',
  options: { ...CONFIG_OPTION },
  async run(args, io) {
    const file = args.positionals[0];
    if (file === undefined) {
      io.stderr.write('kanyin backup: name the file to write\n');
      return 2;
    }
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'backup', io);
    const { store } = opened.value;
    const done = await store.backup(file);
    const { articles } = await store.counts();
    await store.close();
    if (!done.ok) return exitWith(done.problem, 'backup', io);
    io.stdout.write(
      args.values['json'] ? `${JSON.stringify({ file, articles })}\n` : `${articles} articles backed up to ${file}\n`,
    );
    return 0;
  },
};
