import type { CompanyName } from './company-lexicon.ts';

const SEARCHED_BY = /(?:自己|自行|各位|大家|你们|请|去|出门|先|可以|直接|上网|随手|赶紧|不妨|多|请您)$/;
const SEARCH_ENGINE = /^(?:百度|谷歌|必应|搜狗|Google|google)$/;
const VERB_AFTER = /^(?:一下|一搜|一查|不到|得到|不出|了一下|过了)/;
const CLAUSE_END = /^(?:[，。！？!?,;；、\n）)]|$)/;
const DEGREE = /[而又更最很太真好够绝么这那之多爱完健秀优柔甜壮]$/;
/** Fruit and grain that are also firms, in a sentence about farming or food. */
const CROP = /^(?:小米|苹果|黑莓|黑芝麻)$/;
const FARM =
  /种植|亩|农户|农民|果园|果农|果树|杂粮|粮食|谷物|谷子|稻谷|五谷|采摘|斤|熬粥|一碗|水果|农产品|合作社|丰收|播种|品种|产地|香蕉|梨|桃|葡萄|牛奶|削|吃/;
const CHAIN_BEFORE = /(?:[A-Za-z]{2,20}\s?\/\s?){2,8}$/;

/** Where the letters of a name are no name: a search engine as a verb, 而美的 with its 的, the end of a credit's chain of offices. */
export function otherUse(
  entry: CompanyName,
  before: string,
  after: string,
  sentence: string,
  isCompany: (name: string) => boolean,
): string | undefined {
  if (
    SEARCH_ENGINE.test(entry.name) &&
    (VERB_AFTER.test(after) || (SEARCHED_BY.test(before) && CLAUSE_END.test(after)))
  )
    return 'a verb: to search';
  if (CROP.test(entry.name) && FARM.test(sentence) && !/手机|芯片|股|汽车/.test(sentence)) return 'a crop';
  if (entry.name.length === 2 && entry.name.endsWith('的') && DEGREE.test(before)) return 'an adjective with 的';
  const chain = /^[A-Za-z]+$/.test(entry.name) ? CHAIN_BEFORE.exec(before)?.[0] : undefined;
  if (chain && !chain.split('/').some((part) => part.trim() !== '' && isCompany(part.trim())))
    return `end of ${chain}${entry.name}, whose other parts are no companies`;
  return undefined;
}
