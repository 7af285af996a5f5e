import type { PageContext } from '../../page-context.ts';
import { withoutBidi } from '../../plain.ts';

export function webManifest(context: PageContext): string {
  const { site, href } = context;
  const name = withoutBidi(site.title).toWellFormed();
  return `${JSON.stringify(
    {
      name,
      short_name: name.slice(0, 12),
      ...(site.description === undefined ? {} : { description: site.description }),
      lang: site.language,
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      icons: [
        { src: href('/icon.svg'), type: 'image/svg+xml', sizes: 'any' },
        { src: href('/icon-180.png'), type: 'image/png', sizes: '180x180' },
        { src: href('/icon-512.png'), type: 'image/png', sizes: '512x512' },
      ],
    },
    undefined,
    1,
  )}\n`;
}
