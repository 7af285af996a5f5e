import { attr, elements, parseBody } from '../../kit/html/tree.ts';
import { escapeBraces } from './escape-braces.ts';

/** An item as the feed printed it. */
export interface FedItem {
  title: string;
  /** the description after the XML layer, nothing else done to it */
  description: string;
  /** the date as printed */
  pubDate: string;
}

/** Where the ancestor filed: top category, site, the feed's own title. */
export interface FiledUnder {
  category: string;
  site: string;
  channel: string;
}

/** The ancestor's post, byte for byte. Its titles lose characters and its dates their meaning: for those who migrate. */
export function rsshubPagePost(item: FedItem, filed: FiledUnder): string {
  const title = item.title.replace(REPLACED, '_');
  const quote = title.includes("'") ? '"' : "'";
  const image = firstPicture(item.description) ?? '';
  return escapeBraces(
    `${[
      '',
      '---',
      `title: ${quote}${title}${quote}`,
      'categories: ',
      ` - ${filed.category}`,
      ` - ${filed.site}`,
      ` - ${filed.channel}`,
      `headimg: '${image}'`,
      `author: ${filed.site}`,
      'comments: false',
      `date: ${item.pubDate}`,
      `thumbnail: '${image}'`,
      '---',
      '',
      '<div>   ',
      item.description,
    ].join('\n')}  \n</div>\n            `,
  );
}

const REPLACED = /[:/\\?*“”<>|[\]]/g;

/** Protocol-relative pictures were passed over. Without any picture the ancestor took a stock photo at random; here it stays empty. */
function firstPicture(description: string): string | undefined {
  for (const element of elements(parseBody(description))) {
    const src = element.tagName === 'img' ? attr(element, 'src') : undefined;
    if (src?.startsWith('http')) return src;
  }
  return undefined;
}
