/** `{% name arguments %}`, on one line */
const TAG = /\{%-?[ \t]*(\w+)[ \t]*([^%\n]{0,500}?)[ \t]*-?%\}/g;

/** Tag plugins of Hexo as the Markdown they stand for; unknown ones go. Braces escaped for Hexo stay references, which Markdown reads. */
export const hexoTags = (markdown: string): string =>
  markdown.replace(TAG, (_, name: string, given: string) => plain(name, given));

function plain(name: string, given: string): string {
  const words = given.split(/[ \t]+/).filter((word) => word !== '');
  const address = words.find((word) => /^(?:https?:)?\/\//.test(word));
  switch (name) {
    case 'codeblock':
    case 'code':
      return `\n\`\`\`${/lang:(\w+)/.exec(given)?.[1] ?? ''}\n`;
    case 'endcodeblock':
    case 'endcode':
      return '\n```\n';
    case 'img':
    case 'image':
      return address === undefined ? '' : `![](${address})`;
    case 'link':
      return address === undefined
        ? given
        : `[${words.slice(0, words.indexOf(address)).join(' ') || address}](${address})`;
    case 'youtube':
      return /^[\w-]{6,20}$/.test(words[0] ?? '') ? `https://www.youtube.com/watch?v=${words[0]}` : '';
    case 'vimeo':
      return /^\d+$/.test(words[0] ?? '') ? `https://vimeo.com/${words[0]}` : '';
    case 'blockquote':
    case 'quote':
      return '\n<blockquote>\n\n';
    case 'endblockquote':
    case 'endquote':
      return '\n\n</blockquote>\n';
    case 'pullquote':
      return '\n<blockquote>\n\n';
    case 'endpullquote':
      return '\n\n</blockquote>\n';
    default:
      return '';
  }
}
