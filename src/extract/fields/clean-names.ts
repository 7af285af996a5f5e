import { decodeHTML } from 'entities';

const LEAD =
  /^(?:(?:written|reported|reviewed|posted|published|medically reviewed|story|words|text|article|analysis|opinion|exclusive|photos?|updated|edited)\s{1,3})?(?:by|von|par|por|di|door|av|af|od|przez|autorin\/autor|autore?n?|autorin|penulis|auteur|author|authors|redaktion|text[eo]?|testo|tekst|текст|автор[ыа]?|auteurs|autrice|autor[ae]s?|yazar|interview)(?=[\s:])[\s:]{1,4}/i;
const ROLE =
  /\b(staff writer|staff reporter|staff|senior|chief|correspondent|reporter|editor|editor-in-chief|contributor|writer|columnist|journalist|analyst|producer|columnists|(?:vice[ -])?president|vp|(?:co-?)?founder|c[emtof]o|director|manager|head of|specialist|professor|consultant|strategist|engineer|intern|partner|nachrichtenagentur|redakteur\w*|reporter\w*|korrespondent\w*|freelance\w*|for the|updated|published|read|min read|follow|subscribe|share|comments?|posted|last|reviewed|photograph\w*|twitter|e-?mail)\b/i;
const MONTH =
  'jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|mar(?:ch|z|s)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?';
const DATE = new RegExp(
  `\\b(?:\\d{1,2}[./:]\\d{1,2}|(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)|(?:${MONTH})\\.? \\d{1,2}|\\d{1,2}\\.? (?:${MONTH}))\\b.*$`,
  'i',
);
const SEPARATOR = /\s*[,;|•·&]\s*|\s+[/–—-]\s+|\s+(?:and|und|et|y|e|en|og|och|i|mit|with)\s+|\u0001|\n/i;
/** ByIda Vale */
const GLUED = /^By(?=\p{Lu}\p{Ll})/u;
/** Which editor: no name has such a word. */
const DESK =
  /\b(?:managing|executive|deputy|associate|assistant|contributing|digital|print|online|web|news|sports?|features?|copy|political|business|science|health|travel|foreign)$/i;
/** Behind a name: whom they work for. */
const ORGANISATION =
  /\b(?:institute|university|college|foundation|network|group|inc|llc|ltd|newsroom|association|department)$/i;
/** A piece that ends with By is a label: the name is the next one. */
const LABEL = /(?:^|\s)(?:by|von|par|por|di|door|av|af|przez)$/i;
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|dds|d\.d\.s|mba|rd|ms|ma|m\.a|cfa|cpa|esq|rn|facp|faclm|fand|np|pa-c|pharmd|dr\.?med|msc|bsc|lcsw|jd|do|cpt|facs|mph)\.?$/i;
const JUNK =
  /^(by|von|par|and|und|the|agencies|agency|wires|admin|administrator|staff|guest|editor|redaktion|unknown|none|null|undefined|author|authors|contributor|contributors|see more|more|show|follow|bio|home|advertisement|image|photo|n\/a|user|test|people|team|our team|experts)$/i;

/** 기자 and 記者 behind a name. */
const EASTERN_ROLE =
  /^([\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana} ]{2,12}?)\s*(?:(?:선임|수석|인턴|객원|전문|취재|사진)?기자|특파원|논설위원|앵커|記者|編集委員|特派員|論説委員)$/u;

/**
 * Names of a byline: lead words, roles, dates and addresses dropped; a list split at commas, ampersands and "and".
 * `said` means a machine field: there only obvious rubbish goes.
 */
export function cleanNames(text: string, said: boolean): string[] {
  let value = (text.includes('&') ? decodeHTML(text) : text)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (value.length === 0 || value.length > 400 || /^https?:\/\//i.test(value)) return [];
  value = value
    .replace(/\S+@\S+/g, ' ')
    .replace(/^@/, '')
    .trim();
  value = value.replace(LEAD, '').replace(LEAD, '').replace(GLUED, '');
  const out: string[] = [];
  for (const raw of value.split(SEPARATOR)) {
    const name = raw
      .replace(LEAD, '')
      .replace(said ? /$^/ : DATE, '')
      .replace(/\s*\((?:[^()]{0,60})\)\s*/g, ' ')
      .replace(EASTERN_ROLE, '$1')
      // the mark of a footnote
      .replace(/(?<=\p{Ll})\d{1,2}$/u, '')
      .replace(/^[\s"'“”:*…&–—-]+|[\s"'“”:*,…&–—-]+$|\s(?:on|in|at)$/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name === '' || JUNK.test(name) || name.length > 70 || !/\p{L}{2}/u.test(name)) continue;
    if (SUFFIX.test(name) || LABEL.test(name)) continue;
    if (/https?:|www\.|\.(com|org|net)\/|\d{3,}/i.test(name)) continue;
    if (!said) {
      if (ROLE.test(name)) {
        if (out.length > 0) continue;
        const cut = name.split(ROLE)[0]?.trim() ?? '';
        if (looksLikeName(cut) && !DESK.test(cut)) out.push(cut);
        continue;
      }
      if (!looksLikeName(name) || (out.length > 0 && ORGANISATION.test(name))) continue;
    } else if (name.split(' ').length > 7 || (out.length > 0 && isRole(name))) continue;
    if (!out.includes(name)) out.push(name);
  }
  // FAND Ida Vale beside Ida Vale
  return out
    .filter((name) => !out.some((other) => other !== name && other.includes(' ') && name.endsWith(` ${other}`)))
    .slice(0, 20);
}

/** `AP National Political Writer` behind a name. */
const isRole = (name: string): boolean => name.split(' ').length > 2 && ROLE.test(name);

const looksLikeName = (text: string): boolean => {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > 5 || text.length > 45) return false;
  if (words.length === 1)
    return (
      /^\p{Lu}[\p{L}.'’-]{2,}$/u.test(text) ||
      /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}/.test(text) ||
      /^\p{Lo}/u.test(text)
    );
  const capital = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  if (/\s(?:on|in|at|for|with|from|about)\s/.test(text)) return false;
  return capital >= words.length - 1 - (words.length > 3 ? 1 : 0) && !/[!?:<>{}=]/.test(text);
};
