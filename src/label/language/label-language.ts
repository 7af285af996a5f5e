import type { Labeller } from '../document.ts';

/** Letters only one of the two Chinese scripts uses, among the most frequent; own list. */
const SIMPLIFIED = new Set(
  '们这国来时为说对过发动们学经样还进实现业机关开长间问题东车书见电话头边员买卖马鸟鱼龙门风云义务处报场认识记让从应战传亿产农历县听写华严万与专两个众',
);
const TRADITIONAL = new Set(
  '們這國來時為說對過發動學經樣還進實現業機關開長間問題東車書見電話頭邊員買賣馬鳥魚龍門風雲義務處報場認識記讓從應戰傳億產農歷縣聽寫華嚴萬與專兩個眾',
);

/** Words only, or nearly only, one language uses; own list. */
const WORDS: Record<string, string> = {
  en: 'the of and to in is that for it was with as on are this be by from at have has not will said which their',
  fr: 'le la les des et est une dans que qui pour sur pas avec sont au aux cette ce du',
  de: 'der die das und ist nicht ein eine mit von den zu auf für im dem des sich auch als',
  es: 'el los las que y en un una por con para del se su como más es lo al',
  pt: 'o os as que e em um uma por com para do da não se como mais ao dos das',
  it: 'il lo gli che e di un una per con non del della sono nel alla anche',
  id: 'yang dan di untuk dengan dari ini itu tidak pada dalam akan',
  vi: 'và của là các được cho trong không một có với những',
  tr: 've bir bu için ile olan da de olarak daha',
  nl: 'de het een van en dat niet voor met zijn op te aan',
};
const MOST = 20_000;

/** Language of the article by script, then by the commonest words. The label spans the title, or the first words. */
export const labelLanguage: Labeller = (document) => {
  const text = document.full.slice(0, MOST);
  const found = languageOf(text);
  if (found === undefined) return [];
  const end = document.title === '' ? Math.min(document.full.length, 40) : document.title.length;
  const start = document.title === '' ? Math.min(1, document.full.length) : 0;
  return [
    {
      kind: 'language',
      surface: document.full.slice(start, end),
      id: found.language,
      start,
      end,
      confidence: found.confidence,
      evidence: [found.evidence],
    },
  ];
};

/** 1 simplified, 2 traditional letters, 0 the many that are the same */
const FORM = new Uint8Array(65536);
for (const letter of SIMPLIFIED) FORM[letter.charCodeAt(0)] = 1;
for (const letter of TRADITIONAL) FORM[letter.charCodeAt(0)] = 2;

export function languageOf(text: string): { language: string; confidence: number; evidence: string } | undefined {
  const count = {
    han: 0,
    kana: 0,
    hangul: 0,
    cyrillic: 0,
    arabic: 0,
    thai: 0,
    latin: 0,
    simplified: 0,
    traditional: 0,
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) continue;
    if (code < 0x250) count.latin++;
    else if (code >= 0x400 && code < 0x530) count.cyrillic++;
    else if (code >= 0x600 && code < 0x700) count.arabic++;
    else if (code >= 0xe00 && code < 0xe80) count.thai++;
    else if (code >= 0x3040 && code < 0x3100) count.kana++;
    else if (code >= 0xac00 && code < 0xd7b0) count.hangul++;
    else if (code >= 0x3400 && code < 0xa000) {
      count.han++;
      const form = FORM[code];
      if (form === 1) count.simplified++;
      else if (form === 2) count.traditional++;
    }
  }
  const letters = count.han + count.kana + count.hangul + count.cyrillic + count.arabic + count.thai + count.latin;
  if (letters < 4) return undefined;
  const by = (language: string, share: number, script: string) => ({
    language,
    confidence: Math.min(0.99, 0.6 + share * 0.4),
    evidence: `${Math.round(share * 100)}% ${script}`,
  });
  if (count.kana / letters > 0.08 && count.kana > count.han * 0.15)
    return by('ja', (count.kana + count.han) / letters, 'kana and kanji');
  if (count.hangul / letters > 0.2) return by('ko', count.hangul / letters, 'hangul');
  if (count.han * 3 > count.latin && count.han >= 4)
    return by(
      count.traditional > count.simplified ? 'zh-Hant' : 'zh-Hans',
      count.han / (count.han + count.latin / 4),
      'Chinese letters',
    );
  if (count.cyrillic / letters > 0.4) return by('ru', count.cyrillic / letters, 'Cyrillic');
  if (count.arabic / letters > 0.4) return by('ar', count.arabic / letters, 'Arabic script');
  if (count.thai / letters > 0.4) return by('th', count.thai / letters, 'Thai script');
  return latin(text);
}

const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) {
    const list = byWord.get(word);
    if (list) list.push(language);
    else byWord.set(word, [language]);
  }

function latin(text: string): { language: string; confidence: number; evidence: string } | undefined {
  const votes = new Map<string, number>();
  let total = 0;
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    const languages = byWord.get(word);
    if (word !== '') total++;
    for (const language of languages ?? []) votes.set(language, (votes.get(language) ?? 0) + 1 / languages!.length);
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best === undefined || total === 0 || best[1] / total < 0.05) return undefined;
  const lead = best[1] / (best[1] + (second?.[1] ?? 0));
  return { language: best[0], confidence: Math.min(0.97, 0.5 + lead / 2), evidence: 'common words' };
}
