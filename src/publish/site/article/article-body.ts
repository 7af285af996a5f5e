import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { Article } from '../../../model/article.ts';
import { escapeText, type Raw, raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';
import { ARTICLE_SIZES, pictureTag } from '../picture.ts';
import { ADDRESS_ATTRIBUTES, BODY_TAGS, SILENT_TAGS, VOID_TAGS } from './body-tags.ts';
import { htmlTokens } from './html-tokens.ts';
import { LabelMarks } from './label-marks.ts';

/** Deeper nesting says nothing more; browsers stop at 512. */
const DEEPEST = 100;
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#|data:image\/(?:png|jpeg|gif|webp|avif);)/i;
const WHOLE_NUMBER = /^\d{1,5}$/;

/** The body as an article page shows it: pictures as the newsroom keeps them, labels as marks that wait to be switched on. */
export const articleBody = (article: Article, context: PageContext): Raw =>
  raw(
    writeBody(article.html, {
      context,
      marks: LabelMarks.of(article, context.words.markOf),
      ...(article.lead ? { lead: article.lead.src } : {}),
    }),
  );

/** The body as feeds carry it: the outlet's own picture addresses, nothing of ours. */
export const plainBody = (article: Article): string => writeBody(article.html, {});

/**
 * Writes clean HTML again in one pass. The cleaner has already made it safe; this holds a second line: unknown tags, scripts,
 * handlers and odd addresses do not pass, every tag is closed, and headings begin below the headline without leaps.
 */
function writeBody(
  source: string,
  options: { context?: PageContext; marks?: LabelMarks | undefined; lead?: string },
): string {
  const open: string[] = [];
  let out = '';
  let silent: string | undefined;
  let heading = 1;
  let fresh = false;
  let { lead } = options;
  for (const token of htmlTokens(source)) {
    if (token.kind === 'text') {
      if (silent !== undefined) continue;
      let text = token.raw.includes('&') ? decodeHTML(token.raw) : token.raw;
      if (fresh) text = text.replace(/^[\s\u3000]+/, '');
      if (text !== '') fresh = false;
      out += options.marks ? options.marks.write(text) : escapeText(text);
    } else if (token.kind === 'open') {
      if (silent !== undefined) continue;
      if (SILENT_TAGS.has(token.name)) {
        silent = token.name;
        continue;
      }
      let { name } = token;
      if (/^h[1-6]$/.test(name)) {
        heading = Math.min(Math.max(Number(name[1]), 2), heading + 1);
        name = `h${heading}`;
      }
      const allowed = BODY_TAGS.get(name);
      if (!allowed || (open.length >= DEEPEST && !VOID_TAGS.has(name))) continue;
      const attributes = safeAttributes(token.attributes, allowed);
      fresh = name === 'p' || (fresh && !VOID_TAGS.has(name));
      if (name === 'img') {
        const first = lead !== undefined && attributes.get('src') === lead;
        if (first) lead = undefined;
        out += options.context ? pictureOf(attributes, options.context, !first) : tag('img', attributes);
        continue;
      }
      out += tag(name, attributes);
      if (!VOID_TAGS.has(name)) open.push(name);
    } else {
      if (silent !== undefined) {
        if (token.name === silent) silent = undefined;
        continue;
      }
      const name = /^h[1-6]$/.test(token.name) ? `h${heading}` : token.name;
      const at = open.lastIndexOf(name);
      if (at < 0) continue;
      for (let i = open.length - 1; i >= at; i--) out += `</${open.pop()}>`;
    }
  }
  while (open.length > 0) out += `</${open.pop()}>`;
  return out;
}

function safeAttributes(given: [string, string][], allowed: ReadonlySet<string>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, rawValue] of given) {
    if (!allowed.has(name) || attributes.has(name)) continue;
    const value = rawValue.includes('&') ? decodeHTMLAttribute(rawValue) : rawValue;
    if (ADDRESS_ATTRIBUTES.has(name) && !SAFE_ADDRESS.test(value)) continue;
    attributes.set(name, value);
  }
  return attributes;
}

function tag(name: string, attributes: Map<string, string>): string {
  if (name === 'img' && !attributes.has('src')) return '';
  let text = `<${name}`;
  for (const [key, value] of attributes) text += ` ${key}="${escapeText(value)}"`;
  if (name === 'a' && attributes.has('href')) text += ' rel="noopener external"';
  if (name === 'video' || name === 'audio') text += ' controls preload="none"';
  if (name === 'img' && !attributes.has('alt')) text += ' alt=""';
  return `${text}>`;
}

function pictureOf(attributes: Map<string, string>, context: PageContext, lazy: boolean): string {
  const src = attributes.get('src');
  if (src === undefined) return '';
  const size = (name: string): number | undefined => {
    const value = attributes.get(name) ?? '';
    return WHOLE_NUMBER.test(value) ? Number(value) : undefined;
  };
  const width = size('width');
  const height = size('height');
  const alt = attributes.get('alt');
  return pictureTag(
    {
      src,
      ...(alt === undefined ? {} : { alt }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    },
    context,
    { lazy, sizes: ARTICLE_SIZES },
  ).text;
}
