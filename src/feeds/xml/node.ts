/** An element of a feed document: wire form, it never leaves the format's folder. */
export interface XmlNode {
  /** `prefix:local` by known prefixes, lower case; the format's own elements have no prefix */
  name: string;
  /** names lower case, values decoded; xml:* kept, xmlns dropped */
  attributes: Readonly<Record<string, string>>;
  /** text directly inside, decoded once; CDATA as it stands */
  text: string;
  /** inner markup, when there were elements inside a text construct */
  markup: string | undefined;
  children: XmlNode[];
  /** base address and language in force here */
  base: string;
  lang: string | undefined;
}

export const child = (node: XmlNode, ...names: string[]): XmlNode | undefined => {
  for (const name of names) for (const c of node.children) if (c.name === name) return c;
  return undefined;
};

export const children = (node: XmlNode, name: string): XmlNode[] => node.children.filter((c) => c.name === name);

/** Trimmed text of the first of these that has any. */
export function textOf(node: XmlNode, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const c of node.children) {
      if (c.name !== name) continue;
      const text = c.text.trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}
