import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { LABEL_LEAST, labelListAddress } from '../site/lists/list-kinds.ts';
import { atomEntry, atomFeed } from './atom.ts';
import { gatherFeed } from './gather-feed.ts';

const SIZE = 10;
const PREFIX = 'label:';
const FILE = 'atom.xml';

/** One Atom feed of a company, person, place, organisation or programme, from its second article on. Keys are list keys. */
export const labelFeedKind: PageKind = {
  name: 'label feed',
  rank: 2,
  feeds: true,
  owns: /^label\/[^/]+\/[^/]+\/atom\.xml$/,
  keysFor: ({ positions }) => {
    const keys = positions
      .filter(({ key, seq, count }) => key.startsWith(PREFIX) && count >= LABEL_LEAST && seq >= count - SIZE)
      .map(({ key }) => key);
    return keys.length > 0 ? keys : NO_KEYS;
  },
  async *all(context) {
    for (const list of await context.archive.lists(PREFIX)) if (list.count >= LABEL_LEAST) yield list.key;
  },
  path: (list) => `${labelListAddress(list).slice(1)}${FILE}`,
  async render(list, context) {
    if ((await context.count(list)) < LABEL_LEAST) return undefined;
    const feed = { format: atomEntry, folder: labelListAddress(list), file: FILE, size: SIZE };
    return atomFeed(await gatherFeed(list, feed, context));
  },
};
