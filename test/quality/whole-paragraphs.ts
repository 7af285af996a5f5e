import { decodeHTML } from 'entities';

/** Letters of a paragraph below which a chance match says nothing. */
const LEAST = 15;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Paragraphs of an article, and how many of them stand on the page in one piece: nothing taken out of the middle of a sentence,
 * nothing put together that was apart.
 */
export function wholeParagraphs(html: string, text: string): { all: number; whole: number } {
  const shown = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '').replace(/<[^>]*>/g, '');
  const page = letters(decodeHTML(shown));
  const paragraphs = text
    .split('\n')
    .map(letters)
    .filter((paragraph) => paragraph.length >= LEAST);
  return { all: paragraphs.length, whole: paragraphs.filter((paragraph) => page.includes(paragraph)).length };
}
