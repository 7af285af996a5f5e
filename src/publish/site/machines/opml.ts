import { safeAddress } from '../../../kit/safe-address.ts';
import { xml } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';

/** The sources, by section, as other readers import them. */
export function opmlOf(context: PageContext): string {
  const sections = new Map<string, (typeof context.sources)[number][]>();
  for (const source of context.sources) {
    const there = sections.get(source.section);
    if (there) there.push(source);
    else sections.set(source.section, [source]);
  }
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${context.site.title}</title></head>
<body>
${[...sections].map(
  ([slug, sources]) => xml`<outline text="${context.sectionTitle(slug)}">
${sources.map((source) => {
  const title = source.title ?? source.outlet ?? source.id;
  return xml`<outline ${source.kind === 'feed' && xml`type="rss" `}text="${title}" title="${title}" xmlUrl="${safeAddress(source.url)}"/>
`;
})}</outline>
`,
)}</body>
</opml>
`.text;
}
