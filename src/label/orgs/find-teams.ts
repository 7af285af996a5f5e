import type { PlaceHit } from '../places/place-hit.ts';
import type { OrgHit } from './org-hit.ts';

const SPORT =
  '(?:足球|篮球|排球|乒乓球|羽毛球|网球|手球|曲棍球|冰球|水球|游泳|体操|田径|跳水|举重|射击|短道速滑|花样滑冰|冰壶|滑雪|自行车|赛艇|皮划艇|击剑|柔道|摔跤|拳击)';
/** What clubs call themselves behind their town; own list. */
const CLUB =
  '海港|申花|泰山|国安|三镇|蓉城|亚泰|雄狮|海牛|津门虎|客家|梦舟|玉昆|英博|新鹏城|西海岸|嘉定汇龙|宏远|广厦|沈阳三生|稠州金租|龙狮|首钢|北控|同曦|飞虎|琼崖|大鲨鱼|高速男篮|西王|恒大|富力|建业|永昌|力帆|绿地';
const TEAM = new RegExp(
  `^(?:(?:国家|国青|国奥|青年|男子|女子|男|女|U[0-9]{2})*${SPORT}?队(?![员伍长友列里内中])|[男女](?:足|篮|排|垒|曲|冰)(?![球的])|(?:${CLUB})队?)`,
);
const NATIONAL = new RegExp(
  `(?:中国|国家)(?:青年|男子|女子|男|女)?(?:${SPORT}?队(?![员伍长友列里内中])|(?<=[男女])[足篮排垒](?!球))`,
  'g',
);

/** Teams of a country or a place: 巴西队, 上海男篮, 中国女排, 国家队. */
export function findTeams(text: string, places: readonly PlaceHit[]): OrgHit[] {
  const found: OrgHit[] = [];
  const add = (start: number, end: number): void => {
    found.push({ start, end, id: text.slice(start, end), confidence: 0.85, evidence: 'team of a place' });
  };
  for (const { start, end, level } of places) {
    if (level === 'site' || level === 'region') continue;
    const team = TEAM.exec(text.slice(end, end + 14))?.[0];
    if (team) add(start, end + team.length);
  }
  for (const match of text.matchAll(NATIONAL)) add(match.index, match.index + match[0].length);
  return found;
}
