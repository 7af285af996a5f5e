export interface PredecessorItem {
  /** as the feed had it */
  title: string;
  /** as the feed had it, unchanged */
  description: string;
  /** verbatim */
  pubDate: string;
}

export interface PredecessorPlace {
  /** top category */
  category: string;
  /** name of the site, also the author */
  site: string;
  /** title of the channel */
  channel: string;
}

const REPLACED = /[:/\\?*“”<>|[\]]/g;

/**
 * A post exactly as the generator before Kanyin wrote it, for sites that move: blank first line, title characters replaced, the first
 * picture whose address begins with http as head image, the description unchanged, braces escaped last of all.
 */
export function rsshubPagePost(item: PredecessorItem, place: PredecessorPlace): string {
  const title = item.title.replace(REPLACED, '_');
  const quote = title.includes("'") ? '"' : "'";
  const image = firstPicture(item.description) ?? '';
  const post = `
---
title: ${quote}${title}${quote}
categories: 
 - ${place.category}
 - ${place.site}
 - ${place.channel}
headimg: '${image}'
author: ${place.site}
comments: false
date: ${item.pubDate}
thumbnail: '${image}'
---

<div>   
${item.description}
  
</div>
            `;
  return post.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}

function firstPicture(html: string): string | undefined {
  for (const [tag] of html.matchAll(/<img\b[^>]*>/gi)) {
    const src = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    const address = src?.[1] ?? src?.[2] ?? src?.[3];
    if (address?.startsWith('http')) return address;
  }
  return undefined;
}
