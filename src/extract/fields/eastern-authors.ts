import type { Found, PageFacts } from './page-facts.ts';
import { headerZone, tailZone } from './zones.ts';

const KOREAN = '[\\uac00-\\ud7af]{2,4}';
const JAPANESE = '[\\u3400-\\u9fff々]{1,4}[ \\u3000]?[\\u3040-\\u30ff\\u3400-\\u9fff々]{1,5}';
/** 김하늘 기자; 김하늘 기자 = 서울: a whole line, or the opening of the text. */
const LINES = [
  new RegExp(
    `^(?:글\\s?[=·:]?\\s?)?(${KOREAN})\\s?(?:선임|수석|인턴|객원|전문)?\\s?(?:기자|특파원|논설위원)(?:\\s?[=(|]|\\s\\S+@|$)`,
    'u',
  ),
  new RegExp(`^(?:文|取材|執筆)\\s?[・/／=＝:：]\\s?(${JAPANESE})$`, 'u'),
  new RegExp(`^(${JAPANESE}) ?(?:記者|編集委員|論説委員|特派員)$`, 'u'),
];
const OPENING = new RegExp(`^.{0,30}?[\\])】=\\s]\\s?(${KOREAN})\\s?(?:기자|특파원)\\s?=`, 'u');
/** 【北川 緑】 or （北川緑記者） at the end of the last paragraph. */
const CLOSING = [new RegExp(`【(${JAPANESE})】$`, 'u'), new RegExp(`[（(](${JAPANESE}) ?(?:記者|特派員)[）)]$`, 'u')];

/** Bylines of Korean and Japanese pages, which say who somebody is behind the name. */
export function easternAuthors(facts: PageFacts): Found<string[]> | undefined {
  const { lines, chinese } = facts;
  if (chinese) return undefined;
  const header = headerZone(facts);
  const tail = tailZone(facts, 4, 6);
  for (const zone of [header, tail])
    for (let i = zone.from; i < zone.to; i++) {
      const { text } = lines[i]!;
      const name =
        (text.length < 80 ? LINES.map((line) => line.exec(text)?.[1]).find(Boolean) : undefined) ??
        OPENING.exec(text.slice(0, 60))?.[1] ??
        (zone === tail ? CLOSING.map((line) => line.exec(text.slice(-30))?.[1]).find(Boolean) : undefined);
      if (name !== undefined)
        return { value: [name.replace(/[ \u3000]+/g, ' ')], from: zone === header ? 'visible:line' : 'visible:end' };
    }
  return undefined;
}
