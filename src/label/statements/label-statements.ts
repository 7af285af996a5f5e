import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { sentenceAt, sentenceStarts } from '../sentences.ts';
import { Speakers } from './find-speaker.ts';
import { GESTURE, SPEECH_VERBS } from './speech-verbs.ts';

/** No statement is longer. */
const MOST = 3000;
/** A sentence that opens so tells what happened; speech does not go on through it. */
const NARRATIVE =
  /^(?:随后|会后|会上|会前|其间|期间|当天|当日|次日|座谈会上|活动中|活动现场|仪式上|现场|采访中|据悉|据了解|据报道|据介绍|此前|目前|近日|日前|下午|上午|晚上|会议还|会议由|另据|记者|本报|\d{1,2}月\d{1,2}日|\d{1,2}日)/;
/** A sentence that opens so is a demand or promise of its own. */
const MEASURE =
  /^(?:要|必须|一要|二要|三要|四要|五要|一是|二是|三是|四是|五是|同时，?要|同时，?必须|我们(?:要|将|盼望|希望|愿|呼吁|一定|必须)|希望|下一步|今后)/;

/** Who said what: one label an attribution, and one for each demand (要…) of a speech that goes on. */
export const labelStatements: Labeller = (document, soFar) => {
  const text = document.full;
  const starts = sentenceStarts(document);
  const speakers = new Speakers(text, starts, soFar);
  const verbs = SPEECH_VERBS.scan(text).filter((hit) => (hit.value as string) !== 'none');
  const verbSentences = new Set(verbs.map((hit) => sentenceAt(starts, hit.start)));
  const people = new Set(
    soFar.filter((label) => label.kind === 'person').map((label) => sentenceAt(starts, label.start)),
  );
  const nameStarts = new Set(soFar.filter((label) => label.kind === 'person').map((label) => label.start));
  const labels: Label[] = [];
  const said = new Set<string>();
  const add = (
    start: number,
    end: number,
    speaker: string,
    confidence: number,
    evidence: string,
    quoted: boolean,
  ): void => {
    while (end > start && /[\s”」]/.test(text[end - 1]!)) end--;
    const surface = text.slice(start, end);
    if (surface.length < 4 || said.has(surface)) return;
    said.add(surface);
    labels.push({
      kind: 'statement',
      surface,
      start,
      end,
      confidence,
      evidence: [evidence],
      speaker,
      ...(quoted ? { quote: surface } : {}),
    });
  };
  for (const { start: verb, end: after, value } of verbs) {
    const word = text.slice(verb, after);
    const next = text[after] ?? '\n';
    const signed = '，：:,“「'.includes(next);
    const closes = '。\n；！'.includes(next);
    if (
      !signed &&
      !closes &&
      (value === 'signed' || GESTURE.test(text.slice(after, after + 2)) || '的了着过于'.includes(next))
    )
      continue;
    if (word === '表示' && GESTURE.test(text.slice(after, after + 2))) continue;
    // 重要要求，: a noun, no verb
    if (
      value === 'signed' &&
      word !== '说' &&
      word !== '称' &&
      '的要关”定标新高等本各上下列'.includes(text[verb - 1] ?? '\n') &&
      !/(?:还要|都要)$/.test(text.slice(verb - 2, verb))
    )
      continue;
    const speaker = speakers.before(verb);
    if (speaker === undefined) continue;
    const says = `${speaker.evidence}, ${word}`;
    const quoteBefore = text[speaker.start - 1] === '”' ? openingQuote(text, speaker.start - 1) : undefined;
    if (quoteBefore !== undefined)
      add(quoteBefore + 1, speaker.start - 1, speaker.name, speaker.confidence, `quotation before: ${says}`, true);
    speakers.note(speaker.name, verb);
    if (closes) continue;
    let from = after;
    if (signed && next !== '“') from++;
    while (from < text.length && ' \u3000'.includes(text[from]!)) from++;
    const quoted = text[from] === '“' && isQuotation(text, from);
    if (text[from] === '\n' || from >= text.length) continue;
    const index = sentenceAt(starts, from);
    let end = sentenceEnd(starts, index, text.length);
    if (quoted) {
      const close = closingQuote(text, from);
      if (close !== undefined)
        end = /^[，、]?“/.test(text.slice(close + 1, close + 3)) ? Math.max(close, Math.min(end, close + 200)) : close;
      add(from + 1, end, speaker.name, speaker.confidence, says, true);
      if (close !== undefined && close < sentenceEnd(starts, index, text.length) && !goesOn(text, end)) continue;
    }
    // the speech goes on to the end of the paragraph, each demand an item of its own
    let item = quoted ? end : from;
    for (let i = sentenceAt(starts, Math.max(from, end - 1)) + 1; i < starts.length; i++) {
      const at = starts[i]!;
      if (
        text[at - 1] === '\n' ||
        at - from > MOST ||
        verbSentences.has(i) ||
        NARRATIVE.test(text.slice(at, at + 10)) ||
        (people.has(i) && (nameStarts.has(at) || nameStarts.has(at + 1) || nameStarts.has(at + 2)))
      )
        break;
      if (MEASURE.test(text.slice(at, at + 6))) {
        if (item < at) add(item, at, speaker.name, speaker.confidence, says, false);
        item = at;
      }
      end = sentenceEnd(starts, i, text.length);
    }
    if (item < end)
      add(
        item,
        end,
        speaker.name,
        item === from ? speaker.confidence : speaker.confidence - 0.05,
        item === from ? says : `demand in the same speech: ${says}`,
        false,
      );
  }
  return labels;
};

const sentenceEnd = (starts: Int32Array, index: number, length: number): number => starts[index + 1] ?? length;
const goesOn = (text: string, end: number): boolean => text[end] === '“';

/** A quotation, not a quoted word (“外挂”5G芯片): a sign follows its end. */
function isQuotation(text: string, open: number): boolean {
  const close = closingQuote(text, open);
  if (close === undefined) return true;
  return '。，！？；\n'.includes(text[close + 1] ?? '\n')
    ? close - open > 6 || '。！？'.includes(text[close - 1]!) || '。\n'.includes(text[close + 1] ?? '\n')
    : '。！？'.includes(text[close - 1]!);
}

/** The “ that the ” at `close` belongs to, at most MOST back. */
function openingQuote(text: string, close: number): number | undefined {
  let depth = 0;
  for (let i = close; i >= Math.max(0, close - MOST); i--) {
    if (text[i] === '”') depth++;
    else if (text[i] === '“' && --depth === 0) return i;
  }
  return undefined;
}

function closingQuote(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + MOST); i++) {
    if (text[i] === '“') depth++;
    else if (text[i] === '”' && --depth === 0) return i;
  }
  return undefined;
}
