import { Parser } from 'htmlparser2';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';

/** One outline: a feed when it has an address, else a folder. Attributes we do not know are kept as they stand. */
export interface Outline {
  text: string;
  xmlUrl?: string;
  htmlUrl?: string;
  type?: string;
  /** every other attribute, names as written */
  more: Record<string, string>;
  children: Outline[];
}

export interface Opml {
  title?: string;
  outlines: Outline[];
}

const DEPTH = 50;
const KNOWN = new Set(['text', 'title', 'xmlurl', 'htmlurl', 'type']);

/** OPML 1.0 and 2.0, tolerant of case and of missing ends. Problems: OPML_UNREADABLE. */
export function readOpml(text: string, where: string): Outcome<Opml> {
  const root: Outline = { text: '', more: {}, children: [] };
  const stack = [root];
  let opml = false;
  let inTitle = false;
  let title = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = name.toLowerCase();
        if (tag === 'opml') opml = true;
        if (tag === 'title') inTitle = true;
        if (tag !== 'outline' || stack.length > DEPTH) return;
        const outline = readOutline(attributes);
        stack[stack.length - 1]!.children.push(outline);
        stack.push(outline);
      },
      ontext(part) {
        if (inTitle) title += part;
      },
      onclosetag(name) {
        const tag = name.toLowerCase();
        if (tag === 'title') inTitle = false;
        if (tag === 'outline' && stack.length > 1) stack.pop();
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  if (!opml) return fail(problem('OPML_UNREADABLE', { where }));
  return ok({ outlines: root.children, ...(title.trim() ? { title: title.trim() } : {}) });
}

function readOutline(attributes: Record<string, string>): Outline {
  const known: Record<string, string> = {};
  const more: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (KNOWN.has(name.toLowerCase())) known[name.toLowerCase()] = value;
    else more[name] = value;
  }
  const { title, text = title ?? '', xmlurl, htmlurl, type } = known;
  return {
    text,
    more: { ...(title !== undefined && title !== text ? { title } : {}), ...more },
    children: [],
    ...(xmlurl ? { xmlUrl: xmlurl.trim() } : {}),
    ...(htmlurl ? { htmlUrl: htmlurl.trim() } : {}),
    ...(type ? { type } : {}),
  };
}

const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"\n\t]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;' })[c]!,
  );

/** OPML 2.0. */
export function writeOpml(opml: Opml): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(opml.title ?? '')}</title></head>`,
    '  <body>',
  ];
  const write = (outline: Outline, indent: string): void => {
    const { title, ...more } = outline.more;
    const attributes = Object.entries({
      text: outline.text,
      title: title ?? outline.text,
      type: outline.type ?? (outline.xmlUrl ? 'rss' : undefined),
      xmlUrl: outline.xmlUrl,
      htmlUrl: outline.htmlUrl,
      ...more,
    })
      .filter((pair): pair is [string, string] => pair[1] !== undefined)
      .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      .join('');
    if (outline.children.length === 0) {
      lines.push(`${indent}<outline${attributes}/>`);
      return;
    }
    lines.push(`${indent}<outline${attributes}>`);
    for (const child of outline.children) write(child, `${indent}  `);
    lines.push(`${indent}</outline>`);
  };
  for (const outline of opml.outlines) write(outline, '    ');
  return `${lines.join('\n')}\n  </body>\n</opml>\n`;
}
