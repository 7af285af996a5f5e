import { showEmails } from '../kit/html/show-emails.ts';
import { isCutShort, parseBody } from '../kit/html/tree.ts';
import type { Note } from '../model/note.ts';
import type { Picture } from '../model/picture.ts';
import { buildTree } from './build-tree.ts';
import { attributeOf, type CleanElement, cleanElements, cleanText, linesOf, serialise } from './clean-tree.ts';
import { mediaWords } from './media-card.ts';
import { boldHeadings } from './passes/bold-headings.ts';
import { creditLines, deadCss, promotions, qrCodes, stockLinks } from './passes/furniture.ts';
import type { Harvest, Pass } from './passes/pass.ts';
import { refusePictures } from './passes/refuse-pictures.ts';
import { standfirst } from './passes/standfirst.ts';
import { figures, hollow } from './passes/structure.ts';
import { tidyText } from './passes/tidy-text.ts';
import { withinBounds } from './within-bounds.ts';

export interface CleanNeeds {
  /** address relative links and pictures are resolved against */
  url?: string;
  /** BCP 47, where it is known: words on cards of videos follow it */
  language?: string;
  /** pictures that are not the article's, absolute: they go with their captions */
  refused?: ReadonlySet<string>;
}

export interface Cleaned {
  html: string;
  /** plain text of `html` by kit/html/text */
  text: string;
  /** pictures left in the body, in order; the first may serve as lead */
  images: Picture[];
  /** what passes harvested before they removed it */
  editor?: string;
  origin?: string;
  originalTitle?: string;
  notes: Note[];
}

/** In this order, once. */
const PASSES: readonly Pass[] = [
  tidyText,
  stockLinks,
  qrCodes,
  tidyText,
  figures,
  deadCss,
  creditLines,
  promotions,
  hollow,
  standfirst,
  boldHeadings,
];

/** Hostile HTML to safe canonical HTML. Never fails: the worst input gives an empty body. Cleaning what is clean changes nothing. */
export function cleanHtml(html: string, needs: CleanNeeds): Cleaned {
  const harvest: Harvest = { notes: [] };
  let root = buildOnce(withinBounds(html, harvest.notes), needs, harvest);
  let clean = serialise(root).toWellFormed();
  for (let round = 0; round < ROUNDS; round++) {
    const again = buildOnce(clean, needs, harvest);
    const cleaner = serialise(again).toWellFormed();
    root = again;
    if (cleaner === clean) break;
    clean = cleaner;
  }
  const { notes, ...fields } = harvest;
  return { html: clean, text: linesOf(root), images: picturesOf(root), ...fields, notes };
}

/** What a pass brings together (two texts, two figures) may be work for an earlier one: until nothing changes, this often at most. */
const ROUNDS = 6;

function buildOnce(html: string, { url, language, refused }: CleanNeeds, harvest: Harvest): CleanElement {
  const source = parseBody(html);
  showEmails(source, html);
  if (isCutShort(source))
    harvest.notes.push({ code: 'cut-body', says: 'only the first 50000 elements were read', step: 'build' });
  const root = buildTree(source, url, harvest.notes, mediaWords(html, language));
  if (refused) refusePictures(root, refused, harvest);
  for (const pass of PASSES) pass.run(root, harvest);
  return root;
}

function picturesOf(root: CleanElement): Picture[] {
  const pictures: Picture[] = [];
  const captioned = new Map<CleanElement, string>();
  for (const element of cleanElements(root)) {
    if (element.tag === 'figure') {
      const caption = element.children.find((c) => typeof c === 'object' && c.tag === 'figcaption');
      if (caption)
        for (const inner of cleanElements(element))
          if (inner.tag === 'img') captioned.set(inner, cleanText(caption).trim());
    }
    if (element.tag !== 'img') continue;
    const [alt, width, height] = ['alt', 'width', 'height'].map((name) => attributeOf(element, name));
    const caption = captioned.get(element);
    pictures.push({
      src: attributeOf(element, 'src')!,
      ...(caption ? { caption } : {}),
      ...(alt ? { alt } : {}),
      ...(width ? { width: Number(width) } : {}),
      ...(height ? { height: Number(height) } : {}),
    });
  }
  return pictures;
}
