import { metaOf } from '../head/read-head.ts';
import { END_LINE, FURNITURE_LINE } from '../trim/lexicon.ts';
import { foldText } from './fold-text.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { plain } from './title.ts';

const NAME =
  /(^|[\s_-])(dek|subtitle|sub-title|subhead|subheadline|standfirst|lead-?in|article-?(?:summary|intro|lead|description|dek)|entry-?summary|summary|abstract|teaser-?text|zhaiyao|daodu|lead|intro|chapeau|sapo)(__|[\s_-]|$)/;

/** The line under the headline: a block named so, else the description when it is a sentence of its own and not the body's start cut off. */
export function readDek(facts: PageFacts, title: string | undefined): Found | undefined {
  const { lines, headline, body } = facts;
  if (headline !== undefined) {
    for (let i = headline + 1; i < Math.min(lines.length, headline + 9); i++) {
      const line = lines[i]!;
      const parent = facts.page.nodes[line.node.parent];
      const named =
        NAME.test(line.node.name) || (parent !== undefined && parent.end - parent.at < 8 && NAME.test(parent.name));
      if (!named || line.text.length < 12 || line.text.length > 500 || line.link > line.text.length / 2) continue;
      if (title !== undefined && foldText(title) === foldText(line.text)) continue;
      if (FURNITURE_LINE.test(line.text) || END_LINE.test(line.text)) continue;
      return {
        value: line.text.replace(/^(摘要|导读|核心提示|内容提要)\s?[:：]\s?/u, ''),
        from: `visible:.${line.node.name.split(/\s+/)[0] || 'summary'}`,
      };
    }
  }
  const meta = metaOf(facts.head, ['og:description', 'description', 'twitter:description']);
  const ld = facts.head.jsonLd.find(
    (one) => one.description !== undefined && /article|posting/i.test(one.type),
  )?.description;
  const said = meta ?? (ld === undefined ? undefined : { value: ld, from: 'json-ld' });
  if (!said) return undefined;
  const value = wholeSentences(
    plain(said.value)
      .replace(/^点击进入.{1,20}?>>\s*/u, '')
      .replace(/(?:\s#[\p{L}\p{N}_]+)+$/u, ''),
  );
  const fold = foldText(value);
  if (value.length < 20 || value.length > 400 || /^(?:本文)?原标题|(\.\.\.|…|\[…\])$/.test(value)) return undefined;
  if (
    title !== undefined &&
    (foldText(title).includes(fold) || fold.startsWith(foldText(title)) || quotes(value, title))
  )
    return undefined;
  if (!body) return undefined;
  let start = '';
  for (let i = body.from; i < body.to && start.length < 1500; i++) start += foldText(lines[i]!.text);
  return start.includes(fold.slice(0, 40)) || shared(value, facts) < 0.3 ? undefined : { value, from: said.from };
}

/** Lesen Sie jetzt „…“: a sentence made for search engines around the headline. */
const quotes = (value: string, title: string): boolean => {
  const at = value.indexOf(title);
  return at > 0 && /[„“"«»‘「《]/.test(value[at - 1]!);
};

/** Machines are told so many characters: what breaks off in a sentence ends with the one before. */
function wholeSentences(value: string): string {
  if (value.length < CUT || /[.!?。！？…”"」』)）]$/.test(value)) return value;
  const end = Math.max(...['. ', '! ', '? ', '。', '！', '？'].map((mark) => value.lastIndexOf(mark)));
  return value.slice(0, end + 1);
}
/** Characters from which on a description may have been cut: the shortest limit that sites set. */
const CUT = 140;

/** Share of the description's words (two-character pieces in Chinese) that the text uses: a slogan of the site shares few. */
function shared(value: string, facts: PageFacts): number {
  const { lines, body } = facts;
  const pieces = (text: string): string[] =>
    facts.chinese
      ? [...text.matchAll(/(?=([\u3400-\u9fff]{2}))/gu)].map((m) => m[1]!)
      : (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const said = [...new Set(pieces(value))];
  if (said.length === 0) return 1;
  const used = new Set<string>();
  for (let i = facts.headline ?? body?.from ?? 0; i < (body?.to ?? lines.length); i++)
    for (const piece of pieces(lines[i]!.text)) used.add(piece);
  return said.filter((piece) => used.has(piece)).length / said.length;
}
