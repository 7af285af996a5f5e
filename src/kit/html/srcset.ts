/** Candidates of a srcset: `url 800w, url 2x`; a comma inside an address does not end it. */
export function readSrcset(value: string): { url: string; width: number }[] {
  const out: { url: string; width: number }[] = [];
  if (value.length > 20_000) return out;
  let at = 0;
  while (at < value.length && out.length < 60) {
    while (at < value.length && /[\s,]/.test(value[at]!)) at++;
    let end = at;
    while (end < value.length && !/\s/.test(value[end]!)) end++;
    let url = value.slice(at, end);
    let descriptor = '';
    at = end;
    if (url.endsWith(',')) url = url.replace(/,+$/, '');
    else {
      while (at < value.length && value[at] !== ',') at++;
      descriptor = value.slice(end, at).trim();
    }
    if (url === '') continue;
    const size = /(\d+(?:\.\d+)?)([wx])/.exec(descriptor);
    out.push({ url, width: size ? Number(size[1]) * (size[2] === 'x' ? 400 : 1) : 1 });
  }
  return out;
}
