/** Hexo runs posts through Nunjucks: one `{{` stops the build of the whole site, `{#` swallows text. References are never touched. */
export const escapeBraces = (text: string): string => text.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
