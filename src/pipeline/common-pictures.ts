import { cleanHtml } from '../clean/clean-html.ts';
import type { Note } from '../model/note.ts';
import type { Picture } from '../model/picture.ts';
import type { Store } from '../store/store.ts';

/** Articles of one source that may share a picture: an event gets its photograph more than once, an app's poster stands everywhere. */
const SHARED = 3;

/** A body and its pictures, from a feed or from a page. */
interface Shown {
  html: string;
  text: string;
  images: Picture[];
  notes: Note[];
  /** lead picture, where it is told apart */
  image?: string;
}

/** How many of these bodies show each picture: what one poll brings together. */
export function countPictures(bodies: readonly Shown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const body of bodies) for (const src of sourcesOf(body)) counts.set(src, (counts.get(src) ?? 0) + 1);
  return counts;
}

/**
 * The body without pictures that stand in more than a few other articles of its source, filed before or brought by the same poll:
 * codes, posters and logos that no name gives away. A body that has nothing else stays as it is.
 */
export async function withoutCommonPictures<T extends Shown>(
  body: T,
  sourceId: string,
  store: Pick<Store, 'pictureSightings'>,
  together: ReadonlyMap<string, number> = new Map(),
): Promise<T> {
  const srcs = [...sourcesOf(body)];
  if (srcs.length === 0) return body;
  const before = await store.pictureSightings(sourceId, srcs);
  const refused = new Set(srcs.filter((src) => (before.get(src) ?? 0) + (together.get(src) ?? 1) - 1 >= SHARED));
  if (refused.size === 0) return body;
  const { html, text, notes } = cleanHtml(body.html, { refused });
  const images = body.images.filter((picture) => !refused.has(picture.src));
  if (text === '' && images.length === 0) return body;
  const { image, ...rest } = body;
  const lead = image !== undefined && refused.has(image) ? images[0]?.src : image;
  const told =
    notes.length > 0 ? notes : [{ code: 'removed-common-picture', says: 'its lead stands in many articles' }];
  return {
    ...rest,
    html,
    text,
    images,
    notes: [...body.notes, ...told],
    ...(lead === undefined ? {} : { image: lead }),
  } as T;
}

const sourcesOf = ({ images, image }: Shown): Set<string> =>
  new Set([...images.map((picture) => picture.src), ...(image === undefined ? [] : [image])]);
