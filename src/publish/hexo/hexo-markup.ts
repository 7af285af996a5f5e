/**
 * HTML that Hexo's Markdown and templates leave alone: one <div>, every line break that is not preformatted gone, line feeds in <pre> as
 * references, braces as references.
 */
export function hexoMarkup(html: string): string {
  const parts = html.split(/(<pre>[\s\S]*?<\/pre>)/);
  const flat = parts
    .map((part) => (part.startsWith('<pre>') ? part.replaceAll('\n', '&#10;') : part.replace(/\s*\n\s*/g, ' ')))
    .join('');
  return `<div class="kanyin">${flat}</div>`.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}
