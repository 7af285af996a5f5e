import type { Label } from '../../model/label.ts';
import type { LabelDocument, Labeller, LabelNeeds } from '../document.ts';
import { Lexicon } from '../lexicon.ts';
import { KNOWN_TOPICS, PROVINCE_LETTERS } from './known-topics.ts';

interface Topic {
  name: string;
  evidence: string;
  confidence: number;
}

const known = new Lexicon<Topic>(
  KNOWN_TOPICS.split('\n').flatMap((line) => {
    const [name = '', since = '', ...others] = line.split(' ');
    return [name, ...others].map(
      (word) => [word, { name, evidence: `programme in use since ${since}`, confidence: 0.92 }] as const,
    );
  }),
);

const begun = new Map(
  KNOWN_TOPICS.split('\n').map((line) => {
    const [name = '', since] = line.split(' ');
    return [name, Number(since)] as const;
  }),
);

/** First year in which a programme of the list was spoken of. */
export const programmeYear = (name: string): number | undefined => begun.get(name);

const LETTERS = Object.keys(PROVINCE_LETTERS).join('');
/** 京蒙协作: a pair of provinces with a word of cooperation. */
const PAIR = new RegExp(
  `([${LETTERS}])([${LETTERS}])(?:东西部)?(?:协作|帮扶|合作|对口(?:协作|帮扶|支援)|扶贫协作|一家亲|科技合作)`,
  'g',
);
/** “三个保持”, “两多两少”, “一带一路”: a numeral at the front, or two in the same places. */
const NUMERAL =
  /^[一二两三四五六七八九十百千双]+[个项条大多少不带路重级步严新线区城圈链园网手位保好化清通办公维创减支专红农包实抓促稳查改张制类聚早讲学感心盘平端极廊翼核轴先必坚足代轮有免补合降三四五六七八九十两][一-鿿]{1,8}$/;
const QUOTED = /[“「]([^“”「」，。：；！？\n]{2,16})[”」]/g;
/** What a quoted name may be the name of. */
const OF =
  /^(?:等)?(?:[一-鿿]{0,4}?)(?:行动|工程|计划|通道|战略|改革|倡议|精神|机制|模式|制度|建设|发展|政策|协议|方案|规划|专项|系列活动|活动|品牌|称号|项目|主题|目标|理念|要求|任务|思想|体系|格局|布局|示范|试点|创建|评选)/;
const DOCUMENT =
  /《([^《》\n]{4,60}?(?:规划|纲要|方案|意见|办法|条例|计划|备忘录|宣言|协定|公约|措施|规定|细则|通知|决定|指南|法|声明|公报|报告|白皮书)(?:[（(][^《》（）()]{1,20}[）)])?)》/g;

/** Programmes, slogans and policy documents: a dated list, quoted numerals, pairs of provinces, and the newsroom's own topics. */
export const labelTopics: Labeller = (document, _soFar, needs) => {
  const text = document.full;
  const labels: Label[] = [];
  const add = (start: number, end: number, topic: Topic): void => {
    labels.push({
      kind: 'topic',
      surface: text.slice(start, end),
      id: topic.name,
      start,
      end,
      confidence: topic.confidence,
      evidence: [topic.evidence],
    });
  };
  for (const hit of ownTopics(document, needs)) add(hit.start, hit.end, hit.value);
  for (const hit of known.scan(text)) add(hit.start, hit.end, hit.value);
  for (const match of text.matchAll(PAIR)) {
    const [surface, a = '', b = ''] = match;
    if (a === b) continue;
    add(match.index, match.index + surface.length, {
      name: surface,
      evidence: `${PROVINCE_LETTERS[a]} and ${PROVINCE_LETTERS[b]}`,
      confidence: 0.93,
    });
  }
  for (const match of text.matchAll(QUOTED)) {
    const name = match[1]!;
    const start = match.index + 1;
    const end = start + name.length;
    if (known.lengthAt(text, start) === name.length) continue;
    if (NUMERAL.test(name) && name.length <= 8)
      add(start, end, { name, evidence: 'quoted slogan with a numeral', confidence: 0.88 });
    else if (
      name.length >= 3 &&
      name.length <= 14 &&
      /^[一-鿿0-9·—－-]+$/.test(name) &&
      OF.test(text.slice(end + 1, end + 12))
    )
      add(start, end, { name, evidence: 'quoted name of a programme', confidence: 0.8 });
    else if (name.length >= 4 && /(?:示范村|示范县|示范区|模范|标兵|荣誉称号|嘎查村|工程|行动|计划|战略)$/.test(name))
      add(start, end, { name, evidence: 'quoted title or programme', confidence: 0.8 });
  }
  for (const match of text.matchAll(DOCUMENT))
    add(match.index + 1, match.index + 1 + match[1]!.length, {
      name: match[1]!,
      evidence: 'policy document',
      confidence: 0.85,
    });
  // of those that overlap the newsroom's own stays, then the one that starts first, then the longer
  const own = (label: Label): number => (label.confidence === 1 ? 0 : 1);
  labels.sort((a, b) => a.start - b.start || own(a) - own(b) || b.end - a.end);
  const kept: Label[] = [];
  for (const label of labels) {
    const last = kept[kept.length - 1];
    if (last === undefined || last.end <= label.start) kept.push(label);
    else if (own(label) < own(last)) kept[kept.length - 1] = label;
  }
  return kept;
};

function ownTopics(document: LabelDocument, needs: LabelNeeds): { start: number; end: number; value: Topic }[] {
  const topics = needs.settings?.topics ?? [];
  const day = document.published?.slice(0, 10);
  const live = topics.filter(
    (topic) =>
      day === undefined ||
      ((topic.from === undefined || topic.from <= day) && (topic.to === undefined || day <= topic.to)),
  );
  if (live.length === 0) return [];
  const lexicon = new Lexicon<Topic>(
    live.flatMap((topic) =>
      [topic.name, ...(topic.aliases ?? [])].map(
        (word) => [word, { name: topic.name, evidence: 'topic of this newsroom', confidence: 1 }] as const,
      ),
    ),
  );
  return lexicon.scan(document.full);
}
