import type { CompanyName } from './company-lexicon.ts';

const SEARCHED_BY = /(?:自己|自行|各位|大家|你们|请|去)$/;
const SEARCH_ENGINE = /^(?:百度|谷歌|必应|搜狗|Google|google)$/;
const VERB_AFTER = /^(?:一下|一搜|一查|不到|得到|不出|了一下|过了)/;
const CLAUSE_END = /^(?:[，。！？!?,;；、\n）)]|$)/;
const DEGREE = /[而又更最很太真好够绝最]$/;
const CHAIN_BEFORE = /(?:[A-Za-z]{2,20}\s?\/\s?){2,8}$/;

/** Where the letters of a name are no name: a search engine as a verb, 而美的 with its 的, the end of a credit's chain of offices. */
export function otherUse(
  entry: CompanyName,
  before: string,
  after: string,
  isCompany: (name: string) => boolean,
): string | undefined {
  if (
    SEARCH_ENGINE.test(entry.name) &&
    (VERB_AFTER.test(after) || (SEARCHED_BY.test(before) && CLAUSE_END.test(after)))
  )
    return 'a verb: to search';
  if (entry.name.length === 2 && entry.name.endsWith('的') && DEGREE.test(before)) return 'an adjective with 的';
  const chain = /^[A-Za-z]+$/.test(entry.name) ? CHAIN_BEFORE.exec(before)?.[0] : undefined;
  if (chain && !chain.split('/').some((part) => part.trim() !== '' && isCompany(part.trim())))
    return `end of ${chain}${entry.name}, whose other parts are no companies`;
  return undefined;
}
