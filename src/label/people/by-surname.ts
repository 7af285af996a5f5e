import { CAREER, credited, dotAhead } from './around-names.ts';
import { SPEECH } from './follow.ts';
import { isDot } from './foreign-names.ts';
import { likelyName, weighed } from './likely-name.ts';
import type { NameGround } from './name-ground.ts';
import { readName } from './read-name.ts';
import { CLEAR_COMPOUNDS, COMMON_SURNAMES, GIVEN } from './surnames.ts';
import { TITLES_AFTER, WEAK_TITLES } from './titles.ts';

const BEARERS = new Set(
  '选手 运动员 球员 队员 演员 歌手 艺人 医生 护士 民警 教师 学生 大学生 研究生 博士生 村民 市民'.split(' '),
);
const BEFORE_YU =
  /(?:任职|就职|供职|毕业|出生|服务|致力|隶属|就读|专注|聚焦|受雇|投身|立足|位居|早在|不同|基于|有利|不利)$/;

export interface SurnameContext {
  /** the title that ends right before */
  title: string | undefined;
  /** behind another name, with 、 or a word between */
  listed: boolean;
  /** the same, with a word between */
  lettered: boolean;
  refuse: (end: number, why: string) => void;
}

export interface NameFound {
  end: number;
  titled: boolean;
  confidence: number;
  evidence: string;
}

/** A Chinese name that begins with the surname at `i`: by its office, its list, its verb, and last by its letters alone. */
export function nameBySurname(
  ground: NameGround,
  i: number,
  { title, listed, lettered, refuse }: SurnameContext,
): NameFound | 'credited' | undefined {
  const { text } = ground;
  const c = text[i]!;
  if (dotAhead(text, i) || isDot(text[i - 1] ?? '')) return undefined;
  // 任职|于|某某亚洲
  if (c === '于' && BEFORE_YU.test(text.slice(Math.max(0, i - 2), i))) return undefined;
  // 广东|选手|严海滨: a standing with whose it is tells one bearer
  const strong =
    title !== undefined && (!WEAK_TITLES.has(title) || (ground.ends.has(i - title.length) && BEARERS.has(title)));
  const raw = readName(text, i, strong);
  const reading = weighed(text, i, raw, strong, listed, ground.words);
  if (raw && !reading) refuse(raw.end, 'its letters are likelier words, or a form of address');
  if (
    reading &&
    !ground.inPlace(i, reading.end) &&
    !isDot(text[reading.end] ?? '') &&
    !(c === '何' && '任如为几奈'.includes(text[i - 1] ?? '\n'))
  ) {
    const { end, follow, rare } = reading;
    if (credited(text, i)) {
      refuse(end, 'credited as reporter or editor');
      return 'credited';
    }
    if (
      title !== undefined &&
      (strong ||
        (!rare &&
          GIVEN.has(text[end - 1]!) &&
          (follow >= 2 || (COMMON_SURNAMES.has(c) && GIVEN.has(text[i + 1]!) && (end - i === 3 || follow >= 1))))) &&
      (follow >= 2 ||
        (follow === 1 && (!rare || (end - i === 3 && GIVEN.has(text[i + 1]!) && GIVEN.has(text[i + 2]!)))) ||
        (follow === 0 && !rare && GIVEN.has(text[end - 1]!)))
    )
      return { end: end, titled: true, confidence: follow >= 1 ? 0.95 : 0.8, evidence: `after ${title}` };
    if (listed && !rare && (follow >= 1 || !lettered) && (follow >= 2 || !lettered))
      return { end: end, titled: false, confidence: 0.88, evidence: 'in a list of names' };
    if (listed && rare && follow === 3 && GIVEN.has(text[end - 1]!))
      return { end: end, titled: false, confidence: 0.82, evidence: 'in a list of names' };
    const after = TITLES_AFTER.at(text, end);
    if (
      after &&
      !/^律师事务|^律师行/.test(text.slice(end, end + 4)) &&
      !rare &&
      end - i >= 2 &&
      ground.free(i) &&
      GIVEN.has(text[end - 1]!)
    )
      return { end: end, titled: title !== undefined, confidence: 0.9, evidence: `before ${after.value}` };
    if (
      !rare &&
      ground.free(i) &&
      SPEECH.test(text.slice(end, end + 4)) &&
      follow >= 1 &&
      GIVEN.has(text[end - 1]!) &&
      ground.opens(i)
    )
      return { end: end, titled: false, confidence: 0.82, evidence: 'subject of a verb of speech' };
    if (ground.opens(i) && (!rare || end - i > 2) && follow === 3 && text[end] === '、' && ground.listAhead(end))
      return { end: end, titled: false, confidence: 0.85, evidence: 'first of a list of names' };
    if (
      ground.opens(i) &&
      !rare &&
      end - i > 2 &&
      follow >= 1 &&
      GIVEN.has(text[i + 1]!) &&
      GIVEN.has(text[end - 1]!) &&
      CAREER.test(text.slice(end, end + 30))
    )
      return { end: end, titled: false, confidence: 0.82, evidence: 'subject of a career' };
    if (
      end - i === 3 &&
      COMMON_SURNAMES.has(c) &&
      follow >= 1 &&
      GIVEN.has(text[i + 1]!) &&
      GIVEN.has(text[i + 2]!) &&
      ground.free(i) &&
      (ground.words[i] || title !== undefined) &&
      !/[一二三四五六七八九十]/.test(text.slice(i, end))
    )
      return {
        end: end,
        titled: false,
        confidence: follow >= 2 ? 0.8 : 0.77,
        evidence: 'usual surname and given name',
      };
    if (CLEAR_COMPOUNDS.has(text.slice(i, i + 2)) && end - i > 2 && follow >= 1 && ground.free(i) && ground.words[i])
      return { end: end, titled: false, confidence: 0.82, evidence: 'surname of two letters' };
    if (text[i - 1] === '”' && follow >= 2 && GIVEN.has(text[end - 1]!))
      return { end: end, titled: false, confidence: 0.78, evidence: 'after a name of honour' };
  }
  const likely = likelyName(text, i, ground.words, {
    titled: strong,
    standing: title !== undefined,
    listed,
    free: () => ground.free(i),
    opens: () => !'、“（'.includes(text[i - 1] ?? '\n') && ground.opens(i),
  });
  if (likely && !ground.inPlace(i, likely.end) && !ground.endsPlace(likely.end)) {
    return credited(text, i)
      ? 'credited'
      : {
          end: likely.end,
          titled: title !== undefined,
          confidence: likely.confidence,
          evidence: 'letters of a name, no words',
        };
  }
  return undefined;
}
