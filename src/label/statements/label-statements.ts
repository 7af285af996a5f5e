import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { officesBefore } from '../people/read-offices.ts';
import { sentenceAt, sentenceStarts } from '../sentences.ts';
import { wordStarts } from '../word-starts.ts';
import { Speakers } from './find-speaker.ts';
import {
  closingQuote,
  endsLikeSpeech,
  isClosing,
  isOpening,
  isQuotation,
  openingQuote,
  pairedQuotes,
  quotedStretches,
} from './quotes.ts';
import type { Speaker } from './speaker.ts';
import { isUnnamed } from './speaker-words.ts';
import { GESTURE, SPEECH_VERBS } from './speech-verbs.ts';

/** A quotation by itself is no shorter. */
const LEAST = 8;
/** What stands between the two parts of a quotation is no longer. */
const LONGEST_MOOD = 40;
/** No statement is longer. */
const MOST = 3000;
/** A sentence that opens so tells what happened; speech does not go on through it. */
const NARRATIVE =
  /^(?:随后|会后|会上|会前|其间|期间|当天|当日|次日|座谈会上|活动中|活动现场|仪式上|现场|采访中|据悉|据了解|据报道|据介绍|此前|目前|近日|日前|下午|上午|晚上|会议还|会议由|另据|记者|本报|\d{1,2}月\d{1,2}日|\d{1,2}日)/;
/** A sentence that opens so is a demand or promise of its own. */
const MEASURE =
  /^(?:要|必须|一要|二要|三要|四要|五要|一是|二是|三是|四是|五是|同时，?要|同时，?必须|我们(?:要|将|盼望|希望|愿|呼吁|一定|必须)|希望|下一步|今后)/;
/** 省领导某某、某某参加调研。 */
const ATTENDED = /(?:参加|陪同|出席|列席|参会)[^，。]{0,10}[。\n]?$/;
/** What stands between a name and a quotation it introduces without a verb of speech: 李某充满信心：“…”. */
const MOOD = /^[^，。；：“”「」\n]{0,20}$/;

/** 关于此事的真实|回答, 记者的|提问 */
const NOUN =
  /的(?:真实|具体|最新|明确|详细|有关|相关|最后|正面|官方|书面|公开|初步|综合|深入|客观|全面|重要|一致|共同)$/;
/** 有村民如是说，…: what was said stands before. */
const ECHO = /(?:如是|如此|这么|那么|这样|那样)$/;

/** Who said what: one label an attribution, and one for each demand (要…) of a speech that goes on. */
export const labelStatements: Labeller = (document, soFar) => {
  const text = pairedQuotes(document.full);
  const starts = sentenceStarts(text === document.full ? document : { ...document, full: text });
  const speakers = new Speakers(text, starts, wordStarts(document), soFar);
  const verbs = SPEECH_VERBS.scan(text).filter((hit) => hit.value !== 'none');
  const verbSentences = new Set(verbs.map((hit) => sentenceAt(starts, hit.start)));
  /** sentence → its first person */
  const people = new Map<number, Label>();
  for (const label of soFar) {
    if (label.kind !== 'person') continue;
    const index = sentenceAt(starts, label.start);
    if (label.start < (people.get(index)?.start ?? Number.POSITIVE_INFINITY)) people.set(index, label);
  }
  /** A sentence that opens with a person, or with his offices. */
  const opensWithPerson = (at: number, person: Label): boolean =>
    person.start - at <= 2 || (person.role !== undefined && officesBefore(text, person.start, at)?.start === at);
  const labels: Label[] = [];
  const said = new Set<string>();
  const add = (from: number, to: number, speaker: Speaker, less: number, says: string, quoted: boolean): void => {
    let end = to;
    while (end > from && /[\s”」]/.test(text[end - 1]!)) end--;
    let start = from;
    while (start < end && ' \u3000'.includes(text[start]!)) start++;
    const surface = document.full.slice(start, end);
    if (surface.length < 4 || said.has(surface)) return;
    said.add(surface);
    labels.push({
      kind: 'statement',
      surface,
      start,
      end,
      confidence: speaker.confidence - less,
      evidence: [says],
      speaker: speaker.name,
      ...(quoted ? { quote: surface } : {}),
    });
  };
  /** The speech goes on to the end of the paragraph, each demand and each quotation an item of its own. Answers its end. */
  const goOn = (from: number, item: number, end: number, speaker: Speaker, says: string): void => {
    const first = item;
    const close = (at: number): void => {
      if (item < at)
        add(item, at, speaker, item === first ? 0 : 0.05, item === first ? says : `in the same speech: ${says}`, false);
      item = at;
    };
    for (let i = sentenceAt(starts, Math.max(from, end - 1)) + 1; i < starts.length; i++) {
      const at = starts[i]!;
      const person = people.get(i);
      if (
        text[at - 1] === '\n' ||
        at - from > MOST ||
        verbSentences.has(i) ||
        NARRATIVE.test(text.slice(at, at + 10)) ||
        (person !== undefined &&
          (ATTENDED.test(text.slice(at, sentenceEnd(starts, i, text.length))) || opensWithPerson(at, person)))
      )
        break;
      if (isOpening(text[at]) && isQuotation(text, at)) {
        close(at);
        const shut = closingQuote(text, at) ?? sentenceEnd(starts, i, text.length);
        add(at + 1, shut, speaker, 0.05, `quotation that follows: ${says}`, true);
        while (i + 1 < starts.length && starts[i + 1]! <= shut) i++;
        item = shut + 1;
        end = item;
        continue;
      }
      if (MEASURE.test(text.slice(at, at + 6))) close(at);
      end = sentenceEnd(starts, i, text.length);
    }
    close(end);
  };
  /** What is said after `from`: a quotation, or the words to the end of the sentence and on. */
  const speech = (from: number, speaker: Speaker, says: string): void => {
    const quoted = isOpening(text[from]) && isQuotation(text, from);
    const index = sentenceAt(starts, from);
    let end = sentenceEnd(starts, index, text.length);
    if (quoted) {
      const close = closingQuote(text, from);
      if (close !== undefined)
        end = /^[，、]?[“「]/.test(text.slice(close + 1, close + 3))
          ? Math.max(close, Math.min(end, close + 200))
          : close;
      add(from + 1, end, speaker, 0, says, true);
      if (close !== undefined && close < sentenceEnd(starts, index, text.length) && !isOpening(text[end])) return;
    }
    goOn(from, quoted ? end : from, end, speaker, says);
  };
  const quoted = quotedStretches(text);
  let stretch = 0;
  for (const { start: verb, end: behind, value } of verbs) {
    while (stretch < quoted.length && quoted[stretch]!.to < verb) stretch++;
    const word = text.slice(verb, behind);
    const after = behind + whom(text, behind, word);
    const next = text[after] ?? '\n';
    const signed = '，：:,“「'.includes(next);
    const echoes = ECHO.test(text.slice(Math.max(0, verb - 2), verb));
    const closes = '。\n；！'.includes(next) || (echoes && '，,'.includes(next));
    const weak = value === 'signed' || value === 'named';
    let named = false;
    if (!signed && !closes) {
      if (GESTURE.test(text.slice(after, after + 2)) || '的了着过于'.includes(next)) continue;
      if (value === 'signed') continue;
      if (value === 'named') named = true;
    }
    // 发表声明，…: a noun
    if (
      /(?:发表|发布|作出|做出|进行|得到|受到|获得|予以)$/.test(text.slice(Math.max(0, verb - 2), verb)) &&
      !/[称说道]$/.test(word)
    )
      continue;
    // 告诉你: the reader
    if (word === '告诉' && /^(?:你|您|大家)/.test(text.slice(behind, behind + 2))) continue;
    if (word === '表示' && GESTURE.test(text.slice(after, after + 2))) continue;
    if (word === '问' && !'：“「'.includes(next) && !isClosing(text[verb - 1])) {
      if (!closes) continue;
    }
    // 重要要求，: a noun, no verb
    if (
      weak &&
      word !== '说' &&
      word !== '称' &&
      '的要关”定标新高等本各上下列了过些与和及、'.includes(text[verb - 1] ?? '\n') &&
      !/(?:还要|都要|[会台场网书]上)$/.test(text.slice(verb - 2, verb))
    )
      continue;
    // 的真实回答，: a noun with a quality
    if (weak && signed && NOUN.test(text.slice(Math.max(0, verb - 6), verb))) continue;
    // “…”陈先生高兴地说。
    const quotes = closes && isClosing(text[starts[sentenceAt(starts, verb)]! - 1]);
    const speaker = speakers.before(
      verb,
      (signed || quotes) && !echoes && (value === 'direct' || word === '说' || word === '称'),
    );
    if (speaker === undefined || (named && speaker.confidence < 0.88)) continue;
    // what is quoted may tell of speakers too: only those with a name count
    if (speaker.confidence < 0.84 && (quoted[stretch]?.from ?? verb) < speaker.start) continue;
    // 应受访者|要求，
    if (word === '要求' && (text[speaker.start] === '应' || text[speaker.start - 1] === '应')) continue;
    // 由某某提出
    if ('由被经'.includes(text[speaker.start - 1] ?? '\n')) continue;
    const says = `${speaker.evidence}, ${word}`;
    const before = quotationBefore(text, starts, speaker.start, closes);
    if (before) add(before.from, before.to, speaker, 0, `quotation before: ${says}`, true);
    speakers.note(speaker.name, verb);
    if (closes) {
      // “…”某某说。“…”
      const on = after + 1;
      if (before && next === '。' && isOpening(text[on]) && isQuotation(text, on))
        speech(on, speaker, `quotation that follows: ${says}`);
      continue;
    }
    let from = after;
    if (signed && !isOpening(next)) from++;
    // 回应“可删记录”：消息不实: what is quoted is what it is about
    if (isOpening(next)) {
      const close = closingQuote(text, after);
      if (close !== undefined && close - after < 24 && /^[：:]/.test(text[close + 1] ?? '')) from = close + 2;
    }
    while (from < text.length && ' \u3000'.includes(text[from]!)) from++;
    if (text[from] === '\n' || from >= text.length) continue;
    speech(from, speaker, says);
  }
  // 李某充满信心：“…”; 李某：“…”
  for (let colon = text.indexOf('：'); colon >= 0; colon = text.indexOf('：', colon + 1)) {
    if (!isOpening(text[colon + 1]) || !isQuotation(text, colon + 1)) continue;
    const index = sentenceAt(starts, colon);
    if (verbSentences.has(index) && labels.some((label) => label.start > colon && label.start < colon + 4)) continue;
    const speaker = speakers.endingAt(colon) ?? speakers.subject(colon, MOOD);
    if (speaker) speech(colon + 1, speaker, `${speaker.evidence}, colon and quotation`);
  }
  // “…，”王某乐得合不拢嘴，“…。”
  for (const [n, { from, to }] of quoted.entries()) {
    const next = quoted[n + 1];
    if (next === undefined || next.from - to > LONGEST_MOOD || !'，,。！？'.includes(text[to - 1] ?? '')) continue;
    const between = text.slice(to + 1, next.from);
    if (!/^[^。！？；：\n“”]{4,}[，,]$/.test(between)) continue;
    if (labels.some((label) => label.start <= next.from + 1 && label.end > next.from + 1)) continue;
    const speaker = speakers.opening(to + 1, next.from);
    if (!speaker) continue;
    add(from + 1, to, speaker, 0, `quotation before: ${speaker.evidence}`, true);
    speech(next.from, speaker, `quotation that follows: ${speaker.evidence}`);
  }
  // “…！”站在田边，王某难掩喜悦。 王某摆摆手。“…。”
  for (const { from, to } of quoted) {
    const index = sentenceAt(starts, from);
    if (to - from < LEAST || starts[index] !== from || !endsLikeSpeech(text, to) || isOpening(text[to + 1])) continue;
    if (labels.some((label) => label.start <= from + 1 && label.end > from + 1)) continue;
    const after = text[from - 1] === '\n' || from === 0 ? sentenceAt(starts, to + 1) : undefined;
    const speaker = after === undefined ? undefined : speakers.onlyOne(after, verbSentences);
    if (speaker) add(from + 1, to, speaker, 0, `quotation, then ${speaker.evidence}`, true);
  }
  return labels.sort((a, b) => a.start - b.start);
};

const sentenceEnd = (starts: Int32Array, index: number, length: number): number => starts[index + 1] ?? length;

/** Length of the words that tell to whom: 告诉|江城日报|，…, 叮嘱|企业负责人|，…. */
function whom(text: string, from: number, verb: string): number {
  if (!TO_SOMEBODY.test(verb)) return 0;
  const words = /^[^，。；：“”\n]{1,20}(?=[，：])/.exec(text.slice(from, from + 21))?.[0];
  return words !== undefined && (verb === '告诉' || isUnnamed(words)) ? words.length : 0;
}
const TO_SOMEBODY = /^(?:告诉|叮嘱|嘱咐|提醒|勉励|警告|寄语)$/;

/** The quotation right before a speaker, or, where the verb closes the sentence, before the words that lead to him. */
function quotationBefore(
  text: string,
  starts: Int32Array,
  speaker: number,
  closes: boolean,
): { from: number; to: number } | undefined {
  const sentence = starts[sentenceAt(starts, speaker)]!;
  let close = speaker - 1;
  if (!isClosing(text[close])) {
    if (!closes) return undefined;
    const least = Math.max(sentence - 1, speaker - 60, 0);
    while (close >= least && !isClosing(text[close])) close--;
    if (close < least || !endsLikeSpeech(text, close) || /[。！？\n]/.test(text.slice(close + 1, speaker)))
      return undefined;
  }
  const open = openingQuote(text, close);
  return open === undefined ? undefined : { from: open + 1, to: close };
}
