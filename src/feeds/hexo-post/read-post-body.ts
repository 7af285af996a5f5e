import { decodeHTML } from 'entities';
import { Marked } from 'marked';
import { isElement, isText, parseBody } from '../../kit/html/tree.ts';
import { hexoTags } from './hexo-tags.ts';

const marked = new Marked({ gfm: true, async: false });

/** Body of a post as HTML; `undefined` when its Markdown is more than a parser can bear. */
export function readPostBody(text: string): string | undefined {
  const body = text.trim();
  if (isHtml(body)) return withoutMistakenCode(withoutSourceLine(body));
  try {
    return marked.parse(hexoTags(body), { async: false });
  } catch {
    return undefined;
  }
}

/**
 * HTML as a generator writes it: everything stands inside elements. Markdown would take its blank lines and indents for code.
 * A text beside the elements means that a person wrote Markdown around them.
 */
function isHtml(body: string): boolean {
  if (!/^<(?:!--|[a-z])/i.test(body) || !body.endsWith('>')) return false;
  const nodes = parseBody(body).childNodes;
  return nodes.some(isElement) && !nodes.some((node) => isText(node) && node.value.trim() !== '');
}

/**
 * Markdown once took indented HTML behind a blank line for code and printed the tags. No code begins with a closing tag, nor with a
 * tag four blanks or more from the margin.
 */
const MISTAKEN = /<pre><code>(\s*&lt;\/|\s{4,}&lt;[a-z!])([\s\S]*?)<\/code><\/pre>/gi;
const withoutMistakenCode = (body: string): string =>
  body.replace(MISTAKEN, (_, begin: string, rest: string) => decodeHTML(begin + rest));

/** Posts of our own end with a link to the source, which is a field. */
function withoutSourceLine(body: string): string {
  const at = body.startsWith('<div class="kanyin">') ? body.lastIndexOf('\n<p class="source">') : -1;
  return at >= 0 && /<\/p>\n<\/div>$/.test(body) ? `${body.slice(0, at)}\n</div>` : body;
}
