/** The addresses of an `rsshub://route?parameters` at every instance, in order; instances may carry a path and a key of their own. */
export function resolveRoute(address: string, instances: readonly string[]): string[] {
  const route = address.replace(/^rsshub:\/\//i, '').replace(/^\/+/, '');
  const [path = '', query] = splitOnce(route, '?');
  return instances.map((instance) => {
    const [base = '', own] = splitOnce(instance, '?');
    const queries = [query, own].filter((q): q is string => q !== undefined && q !== '');
    return `${base.replace(/\/+$/, '')}/${path}${queries.length > 0 ? `?${queries.join('&')}` : ''}`;
  });
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
