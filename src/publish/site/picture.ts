import type { Picture } from '../../model/picture.ts';
import { html, type Raw, raw } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { clip, withoutBidi } from '../plain.ts';

/** How wide the column of an article is. */
export const ARTICLE_SIZES = '(max-width: 47rem) 100vw, 45.75rem';

/** One picture: local copies where they are kept, the outlet's own otherwise, never with a referrer. */
export function pictureTag(
  picture: Picture,
  context: Pick<PageContext, 'pictureFor' | 'href'>,
  options: { lazy: boolean; sizes: string; decorative?: boolean },
): Raw {
  const kept = context.pictureFor(picture.src);
  const local = (address: string): string => (address.startsWith('/') ? context.href(address) : address);
  const width = kept?.width ?? picture.width;
  const height = kept?.height ?? picture.height;
  const sized = width !== undefined && height !== undefined && width > 0 && height > 0;
  const alt = options.decorative ? '' : clip(withoutBidi(picture.alt ?? picture.caption ?? ''), 200);
  const img = html`<img src="${local(kept?.src ?? picture.src)}" alt="${alt}"${
    sized ? html` width="${Math.round(width)}" height="${Math.round(height)}"` : raw(' class="unsized"')
  }${options.lazy ? raw(' loading="lazy"') : raw(' fetchpriority="high"')} decoding="async" referrerpolicy="no-referrer"${
    kept?.placeholder && html` style="background:url(${kept.placeholder}) center/cover"`
  }>`;
  if (!kept?.sources?.length) return img;
  const { sizes } = options;
  return html`<picture>${kept.sources.map(
    ({ type, srcset }) =>
      html`<source type="${type}" srcset="${srcset.split(', ').map(local).join(', ')}"${/ \d+w$/.test(srcset) && html` sizes="${sizes}"`}>`,
  )}${img}</picture>`;
}
