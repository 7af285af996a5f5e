// Which files of the index there are, and which articles each tells of: a function of how many articles there are, and of nothing else.
// Served to browsers as it stands: no dependency.

/** Newest documents, that the index file itself tells of: as many as the youngest level may be behind. */
export const TAIL = 16;
/** Documents whose days are told together, and how many of such spans one file holds. */
export const DAYS_STEP = 64;
export const DAYS_SPANS = 64;
/** Articles after which the turns of the levels come again. */
const CYCLE = 64;

/**
 * Levels, the youngest first: log2 of its shards, the articles before its first turn, and when its turn comes, by the number of the
 * article modulo four. With each turn one shard, round robin, takes in all articles up to then. The shard of the level below that
 * covers the same grams, when its own turn comes, begins where the older level ends. So one article costs two files beside the index
 * file (whole texts: four) and never more, and a gram is in one shard of each level.
 */
const level = (bits, since, turns, givesWay = false) => {
  // every 64th article writes a file of days instead of this shard
  const times = Array.from({ length: CYCLE }, (_, i) => i + 1).filter(
    (n) => turns.includes(n % 4) && !(givesWay && n === DAYS_STEP),
  );
  const upTo = Array.from({ length: CYCLE }, (_, n) => times.filter((time) => time <= n).length);
  return { bits, shards: 2 ** bits, since, times, upTo };
};
/**
 * By what is indexed. `chunk`: documents of one file of titles (and texts); files of four come with every fourth article. `gramBits`:
 * those that are kept of a mixed gram, so that two in a few hundred thousand are taken for one, and what is found is looked at anyway.
 */
const INDEXES = {
  titles: {
    chunk: 4,
    gramBits: 22,
    nextBits: 0,
    levels: [
      level(3, 0, [1, 3]),
      level(6, 64, [0, 2], true),
      level(8, 512, [1]),
      level(10, 2048, [2]),
      level(13, 16_384, [3]),
    ],
  },
  texts: {
    chunk: 1,
    gramBits: 26,
    nextBits: 2,
    levels: [
      level(4, 0, [0, 1, 2, 3]),
      level(7, 64, [1, 2, 3]),
      level(9, 512, [0, 2]),
      level(11, 2048, [1, 3]),
      level(13, 16_384, [0], true),
    ],
  },
};

const mod = (a, b) => ((a % b) + b) % b;

/** The layout of an index over titles and leads, or over whole texts. */
export function layoutOf(whole) {
  const { chunk, gramBits, nextBits, levels } = INDEXES[whole ? 'texts' : 'titles'];
  const bits = gramBits + nextBits;
  /** turns of a level up to the article number `count` */
  const turns = ({ times, upTo }, count) => Math.floor(count / CYCLE) * times.length + upTo[count % CYCLE];
  const turnsSince = (one, count) => Math.max(0, turns(one, count) - turns(one, one.since));

  /** How many articles there were when the shard was written last, at most `count`; 0 = never. */
  function reach(number, shard, count) {
    const one = levels[number];
    const last = turnsSince(one, count) - 1;
    if (shard > last) return 0;
    const turn = last - mod(last - shard, one.shards) + turns(one, one.since);
    return Math.floor(turn / one.times.length) * CYCLE + one.times[turn % one.times.length];
  }

  /** The articles `from <= number < to` that a shard tells of; to = 0 where there is none yet. */
  function span(number, shard, count) {
    const to = reach(number, shard, count);
    const older = levels[number + 1];
    if (to === 0 || !older) return { from: 0, to };
    const children = older.shards / levels[number].shards;
    let from = to;
    for (let child = shard * children; child < (shard + 1) * children; child++)
      from = Math.min(from, reach(number + 1, child, to));
    return { from, to };
  }

  return {
    chunk,
    gramBits,
    nextBits,
    bits,
    levels,
    span,
    /** Shards whose turn came after `before` articles and up to `count`. */
    due(number, before, count) {
      const one = levels[number];
      const first = turnsSince(one, before);
      const many = Math.min(one.shards, turnsSince(one, count) - first);
      return Array.from({ length: many }, (_, i) => (first + i) % one.shards);
    },
    shardsAt: (number, count) => Math.min(levels[number].shards, turnsSince(levels[number], count)),
    shardOf: (number, key) => key >>> (bits - levels[number].bits),
    keyBits: (number) => bits - levels[number].bits,
  };
}

export const shardPath = (number, shard) => `search/${number + 1}/${shard}.bin`;
export const daysPath = (n) => `search/days/${n}.json`;
export const chunkPath = (n) => `search/titles/${n >> 8}/${n & 255}.json`;
