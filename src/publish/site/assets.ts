import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { headersFile } from './machines/headers-file.ts';
import { iconPng, iconSvg } from './machines/icon.ts';
import { webManifest } from './machines/web-manifest.ts';

const GENERATED = ['icon.svg', 'icon-180.png', 'icon-512.png', 'site.webmanifest', '_headers'] as const;

/** The script, the logo, icons and the manifest. Keys are paths. */
export const assetKind: PageKind = {
  name: 'asset',
  rank: 2,
  owns: /^(assets\/(kanyin|search|logo)-[^/]+|search\/worker\.js|icon\.svg|icon-\d+\.png|site\.webmanifest|_headers)$/,
  keysFor: () => NO_KEYS,
  all: (context) => [...context.looks.assets.map((asset) => asset.path), ...GENERATED],
  path: (key) => key,
  render(key, context) {
    switch (key as (typeof GENERATED)[number]) {
      case 'icon.svg':
        return iconSvg(context.site);
      case 'icon-180.png':
        return iconPng(context.site, 180);
      case 'icon-512.png':
        return iconPng(context.site, 512);
      case 'site.webmanifest':
        return webManifest(context);
      case '_headers':
        return headersFile();
    }
    return context.looks.assets.find((asset) => asset.path === key)?.bytes;
  },
};
