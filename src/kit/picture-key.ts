/** Parameters that say which picture; all others only say how it is cut, sized or signed. */
const NAMING = /(?:^|&)(?:id|file|src|url|path|image|img|u|key|name|p|f|pic|photo|i)=/i;
/** A proxy's parameter that holds the whole address of the picture. */
const PROXIED = /(?:^|&)(?:url|src|image|u)=(https?(?::|%3A)[^&]+)/i;
/** Sizes that say so themselves, as file endings or as folders of their own: photo-824x412, wide__980x551__desktop, w_948, 1280w, scaled. */
const SIZE =
  /[-_~@]{1,3}(?:\d{2,5}x\d{1,5}|\d{1,5}x\d{2,5}|w[-_]?\d{2,4}|\d{3,4}(?:w|px)|scaled)(?=[-_~./]|$)(?:_{1,3}(?:desktop|mobile|tablet))?|(?<=\/)(?:\d{2,5}x\d{2,5}|[wh][-_]?\d{2,4}|\d{3,4}(?:w|px))(?=\/|$)/g;
const FORMAT = /(?:\.(?:jpe?g|png|webp|gif|avif|bmp)){1,3}$/i;
/** A name that long, with that many digits or letters of a hash, is given once; the folders before it say the size. */
const GIVEN_ONCE = /^(?=(?:\D*\d){6})[\w.~%-]{18,}$/;

/** Longer addresses are left as they are, UTF-16 units. */
const LONGEST = 2000;

/** What the sizes, crops and formats of one picture have in common: host, path and the parameters that name it. `src`: absolute. */
export function pictureKey(src: string): string {
  if (src.length > LONGEST) return src;
  const cut = src.search(/[?#]/);
  const query = cut < 0 ? '' : src.slice(cut + 1);
  const inner = PROXIED.exec(query)?.[1];
  if (inner !== undefined) return pictureKey(decoded(inner).split('?')[0]!);
  const address = (cut < 0 ? src : src.slice(0, cut)).replace(/^https?:\/\//i, '');
  const plain = address.replace(FORMAT, '').replace(SIZE, '');
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  if (GIVEN_ONCE.test(name)) return `${plain.slice(0, plain.indexOf('/'))}/${name}`;
  return NAMING.test(query) && !FORMAT.test(address) ? `${plain}?${query}` : plain;
}

/** The same picture in another store: what the last part of their keys have in common. */
export function pictureFile(src: string): string {
  const key = pictureKey(src);
  return key.slice(key.lastIndexOf('/') + 1).toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
