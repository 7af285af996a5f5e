import { Lexicon } from '../lexicon.ts';
import { FIRMS_AND_SCHOOLS } from './lists/firms-and-schools.ts';
import { MEDIA } from './lists/media.ts';
import { STATE_BODIES } from './lists/state-bodies.ts';
import { WORLD_BODIES } from './lists/world-bodies.ts';

const lines = (list: string, media: boolean): [string, { id: string; media: boolean }][] =>
  list.split('\n').flatMap((line) => {
    const names = line.split(' ');
    return names.map((name): [string, { id: string; media: boolean }] => [name, { id: names[0]!, media }]);
  });

/** Bodies and media known by name, each with the name that is its identity. */
export const KNOWN_ORGS = new Lexicon([
  ...lines(STATE_BODIES, false),
  ...lines(WORLD_BODIES, false),
  ...lines(FIRMS_AND_SCHOOLS, false),
  ...lines(MEDIA, true),
]);
