import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isSeq, parseDocument, YAMLSeq } from 'yaml';

/** A source as kanyin.yaml spells it. */
export type SourceEntry = { url: string } & Record<string, unknown>;

/** Adds sources (and sections) to kanyin.yaml, comments and order kept; those already there by address are left out. */
export function addToConfig(
  file: string,
  sources: readonly SourceEntry[],
  sections: Record<string, string> = {},
): SourceEntry[] {
  const written = readFileSync(file, 'utf8');
  const parsed = parseDocument(written);
  const document = parsed.contents === null ? parseDocument(`${written}\nsources: []\n`) : parsed;
  let list = document.get('sources', true);
  if (!isSeq(list)) {
    list = new YAMLSeq();
    document.set('sources', list);
  }
  if (isSeq(list)) list.flow = false;
  const there = new Set(
    (document.toJS() as { sources: (string | { url?: string })[] }).sources.map((s) =>
      typeof s === 'string' ? s : s.url,
    ),
  );
  const added = sources.filter((source) => !there.has(source.url));
  for (const source of added) document.addIn(['sources'], document.createNode(source));
  for (const [slug, title] of Object.entries(sections)) {
    if (!document.hasIn(['sections', slug])) document.setIn(['sections', slug], title);
  }
  const incoming = `${file}.new`;
  writeFileSync(incoming, document.toString({ lineWidth: 120 }));
  renameSync(incoming, file);
  return added;
}
