import { isHan } from '../../kit/zh.ts';
import type { OrgHit } from './org-hit.ts';

const SHORT =
  /[（(](?:以下|下文|下称)?(?:简称|下称|统称|又称|也称)?[：:为]?[“"「]?([^“”"「」（）()，。；;\n]{2,12})[”"」]?(?:，股票代码[^）)]{0,20})?[）)]/y;
const INSTITUTE = /(?<![一二三四五六七八九十第集团])[一二三四五六七八九十]院(?![内校长子落士])/g;
const SHORT_SIGN = /^[（(](?:以下|下文|下称|简称|统称|又称|也称)/;

/**
 * Short names a text gives its organisations, 海城市第二人民医院（下称“海城二院”）, wherever they stand; and institutes of a
 * group by number (某某集团二院, 二院).
 */
export function findAliases(text: string, orgs: readonly OrgHit[]): OrgHit[] {
  const names = new Map<string, string>();
  const extra: OrgHit[] = [];
  let group: string | undefined;
  for (const org of orgs) {
    if (SHORT_SIGN.test(text.slice(org.end, org.end + 4))) {
      SHORT.lastIndex = org.end;
      const given = SHORT.exec(text)?.[1]
        ?.replace(/^(?:简称|称|为)/, '')
        .trim();
      if (
        given !== undefined &&
        given.length >= 2 &&
        isHan(given.charCodeAt(0)) &&
        !/^(?:公司|本公司|该公司|集团|银行|本行|中心|基金)$/.test(given)
      )
        names.set(given, org.id);
    }
    if (/集团(?:公司)?$/.test(org.id)) {
      const institute = /^[一二三四五六七八九十]{1,2}院/.exec(text.slice(org.end, org.end + 3))?.[0];
      if (institute) {
        const end = org.end + institute.length;
        extra.push({
          start: org.start,
          end,
          id: `${org.id}${institute}`,
          confidence: 0.85,
          evidence: 'institute of a group',
        });
        group ??= org.id;
      }
    }
  }
  if (group !== undefined)
    for (const match of text.matchAll(INSTITUTE))
      extra.push({
        start: match.index,
        end: match.index + match[0].length,
        id: `${group}${match[0]}`,
        confidence: 0.75,
        evidence: `institute of ${group}`,
      });
  let most = 2000;
  for (const [name, id] of names)
    for (let at = text.indexOf(name); at >= 0 && most > 0; at = text.indexOf(name, at + name.length), most--)
      extra.push({
        start: at,
        end: at + name.length,
        id,
        confidence: 0.9,
        evidence: `short name of ${id} in this text`,
      });
  return extra;
}
