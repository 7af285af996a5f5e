import type { CompanyLexicon, CompanyName } from './company-lexicon.ts';

export interface Mention {
  entry: CompanyName;
  start: number;
  end: number;
}

/** Every longest match, left to right, none overlapping; Latin names only between letters' borders. */
export function findMentions(text: string, lexicon: CompanyLexicon): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const entry = lexicon.at(text, at);
    if (!entry) continue;
    const end = at + entry.name.length;
    if (LATIN_END.test(entry.name) && LETTER.test(text[end] ?? '')) continue;
    if (LATIN_START.test(entry.name) && LETTER.test(text[at - 1] ?? '')) continue;
    mentions.push({ entry, start: at, end });
    at = end - 1;
  }
  return mentions;
}

const LETTER = /[A-Za-z0-9]/;
const LATIN_END = /[A-Za-z0-9]$/;
const LATIN_START = /^[A-Za-z0-9]/;
