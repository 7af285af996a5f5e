import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A province, city or county of China. */
export interface Division {
  /** six digits */
  code: string;
  name: string;
  level: 'province' | 'city' | 'county';
}

const HONG_KONG_MACAO_TAIWAN: [string, string][] = [
  ['71', '台湾省'],
  ['81', '香港特别行政区'],
  ['82', '澳门特别行政区'],
];

const PEOPLES =
  '(?:(?:壮|回|维吾尔|蒙古|藏|苗|侗|布依|土家|彝|哈尼|傣|白|傈僳|景颇|朝鲜|满|瑶|羌|黎|畲|哈萨克|柯尔克孜|塔吉克|撒拉|东乡|保安|裕固|土|达斡尔|鄂温克|鄂伦春|锡伯|拉祜|佤|纳西|独龙|怒|普米|阿昌|布朗|仡佬|水|毛南|仫佬|京|各)族|达斡尔|哈萨克|蒙古|锡伯|塔吉克|柯尔克孜|维吾尔)';
const TAIL = new RegExp(`(?:${PEOPLES}{0,4}(?:自治区|自治州|自治县)|特别行政区|地区|省|市|盟|县|区)$`);

/** 呼和浩特市 → 呼和浩特; undefined where nothing of two characters or more is left (banners keep 旗). */
export function shortForm(name: string): string | undefined {
  // 蒙古 is of the name itself here
  if (name === '内蒙古自治区') return '内蒙古';
  const short = name.replace(TAIL, '');
  return short !== name && short.length >= 2 && !short.endsWith('新') ? short : undefined;
}

/** All provinces, cities and counties by code. */
export function readDivisions(): Division[] {
  const text = readFileSync(new URL('./data/divisions.tsv', import.meta.url), 'utf8');
  const divisions: Division[] = [];
  const add = (code: string, name: string): void => {
    const level = code.length === 2 ? 'province' : code.length === 4 ? 'city' : 'county';
    divisions.push({ code: code.padEnd(6, '0'), name, level });
  };
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) add(line.slice(0, tab), line.slice(tab + 1));
  }
  for (const [code, name] of HONG_KONG_MACAO_TAIWAN) add(code, name);
  return divisions;
}

let names: Map<string, string> | undefined;

/** Full name of a province, city or county by its code. */
export function divisionName(code: string): string | undefined {
  names ??= new Map(readDivisions().map((division) => [division.code, division.name]));
  return names.get(code);
}

let towns: Map<string, string[]> | undefined;

/** Township name → nine-digit codes. Unpacked at first use (41,000 names). */
export function townCodes(name: string): readonly string[] {
  towns ??= readTowns();
  return towns.get(name) ?? [];
}

function readTowns(): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  const text = gunzipSync(readFileSync(new URL('./data/towns.tsv.gz', import.meta.url))).toString('utf8');
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    const county = line.slice(0, tab);
    let number = 0;
    for (const item of line.slice(tab + 1).split(',')) {
      let from = 0;
      let own = 0;
      for (let c = item.charCodeAt(0); c >= 48 && c <= 57; c = item.charCodeAt(++from)) own = own * 10 + c - 48;
      number = from > 0 ? own : number + 1;
      const name = item.slice(from);
      const code = county + String(number).padStart(3, '0');
      const codes = byName.get(name);
      if (codes) codes.push(code);
      else byName.set(name, [code]);
    }
  }
  return byName;
}
