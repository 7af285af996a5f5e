/** Address of a relation in HTTP Link headers (RFC 8288), absolute: how a feed names its hub where the document does not. */
export function linkHeader(header: string | undefined, relation: string, base: string): string | undefined {
  if (header === undefined) return undefined;
  for (const [, address = '', parameters = ''] of header.slice(0, 8000).matchAll(LINK)) {
    const rel = [...parameters.matchAll(PARAMETER)].find(([, name]) => name!.toLowerCase() === 'rel');
    const named = (rel?.[2] ?? rel?.[3] ?? '').toLowerCase().split(/\s+/);
    if (!named.includes(relation)) continue;
    try {
      return new URL(address.trim(), base).href;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

const LINK = /<([^<>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([\w*-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;,"]*)))?/g;
