import type { PersonHit } from './person-hit.ts';
import { TITLES } from './titles.ts';

const VERB = /(?:担任|兼任|出任|就任|接任|升任|转任|调任|当选为?|任命为|受聘为|现任|曾任|历任|系)(?:了|过)?/g;
const APPOINTS = /(?:任命|聘任|聘请|选举|推选|增选|补选|提名|委任|授予)$/;
const OBJECT = /[^，。；：！？\n（）()]{2,60}/y;

/** Offices a verb states: 某人…担任华丰公司总经理、董事，并担任…的顾问. The last person named before it in the sentence holds them. */
export function statedOffices(text: string, hits: readonly PersonHit[]): Map<PersonHit, string[]> {
  const stated = new Map<PersonHit, string[]>();
  if (hits.length === 0) return stated;
  for (const hit of hits) {
    // 任命|李明|为最高人民法院审判委员会委员
    if (text[hit.end] !== '为' || !APPOINTS.test(text.slice(Math.max(0, hit.start - 2), hit.start))) continue;
    OBJECT.lastIndex = hit.end + 1;
    const office = OBJECT.exec(text)?.[0];
    if (office !== undefined && TITLES.endingAt(office, office.length) !== undefined)
      stated.set(hit, office.split('、'));
  }
  let from = 0;
  for (const match of text.matchAll(VERB)) {
    while (from + 1 < hits.length && hits[from + 1]!.start < match.index) from++;
    const holder = hits[from]!;
    if (holder.end > match.index || match.index - holder.end > 80) continue;
    const between = text.slice(holder.end, match.index);
    if (/[。！？\n]/.test(between) || (match[0] === '系' && between !== '')) continue;
    OBJECT.lastIndex = match.index + match[0].length;
    const object = OBJECT.exec(text)?.[0];
    if (object === undefined) continue;
    for (const part of object.split(/[、和及兼]/)) {
      const clean = part.replace(/^.*的(?=[^的]{2,})/, '').replace(/等$|一职$|职务$/, '');
      if (TITLES.endingAt(clean, clean.length) === undefined) break;
      const list = stated.get(holder);
      if (list) list.push(clean);
      else stated.set(holder, [clean]);
    }
  }
  return stated;
}
