import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { sha256 } from '../../kit/hash.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import type { KeptPicture } from '../../model/picture.ts';
import { type ProblemCode, problem } from '../../model/problem.ts';
import { copyPath } from './picture-paths.ts';
import { type PictureType, sniffPicture } from './sniff-picture.ts';
import { stripGif } from './strip-gif.ts';

export interface PreparedPicture {
  kept: KeptPicture;
  /** paths below the folder of pictures */
  files: { path: string; bytes: Uint8Array }[];
}

/** Another value gives the copies other names: to be raised when they are made in another way. */
const RECIPE = '1';
/** width × height × frames; a news camera makes 24 to 45 million */
const MOST_PIXELS = 50_000_000;
/** pixels; never upscaled */
const WIDTHS = [480, 960, 1440];
const WIDEST = 1440;
/** A width this close to the next one is not worth a file. */
const NEAR = 1.25;
/** Of the decoded picture all copies are made from; very long ones become narrower. */
const BASE_PIXELS = 12_000_000;
/** Larger ones have no AVIF: its encoder takes 30 bytes a pixel. */
const AVIF_PIXELS = 4_000_000;
/** The file format's own limit on a side. */
const WEBP_SIDE = 16_383;
const SECONDS = 30;
const PREVIEW = 16;
const PREVIEW_BYTES = 400;
const FORMAT = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', avif: 'jpg' } as const satisfies Record<
  PictureType,
  KeptPicture['format']
>;

type OpenSharp = (input: Uint8Array, options?: SharpOptions) => Sharp;

/**
 * Local copies of a picture: AVIF and WebP in up to three widths and one in its own format, upright, in sRGB, without metadata.
 * What moves keeps its own format alone. Problems: PICTURE_TYPE, PICTURE_TOO_LARGE, PICTURE_DAMAGED.
 */
export async function preparePicture(bytes: Uint8Array): Promise<Outcome<PreparedPicture>> {
  const type = sniffPicture(bytes);
  if (!type) return fail(problem('PICTURE_TYPE'));
  const open = await openSharp();
  try {
    const about = await open(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (about.format !== (type === 'avif' ? 'heif' : type)) return fail(problem('PICTURE_TYPE'));
    const frames = about.pages ?? 1;
    if (about.width * (about.pageHeight ?? about.height) * frames > MOST_PIXELS) return fail(tooLarge(about));
    const hash = sha256(Buffer.concat([Buffer.from(`${RECIPE}:`), bytes])).slice(0, 24);
    if (type === 'gif') return await gif(bytes, hash, about, open);
    return frames > 1 && type === 'webp' ? await moving(bytes, hash, open) : await still(bytes, type, hash, open);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : String(error);
    return fail(problem(codeOf(why), { why }));
  }
}

/** Loaded with the first picture: who keeps none pays nothing. One thread and no cache, because pictures are never urgent. */
async function openSharp(): Promise<OpenSharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return (input, options) =>
    sharp(input, { failOn: 'truncated', limitInputPixels: MOST_PIXELS, ...options }).timeout({ seconds: SECONDS });
}

const codeOf = (why: string): ProblemCode =>
  /exceeds pixel limit/i.test(why) ? 'PICTURE_TOO_LARGE' : 'PICTURE_DAMAGED';

const tooLarge = (about: Metadata) =>
  problem('PICTURE_TOO_LARGE', { why: `${about.width} × ${about.height}, ${about.pages ?? 1} frames` });

async function still(
  bytes: Uint8Array,
  type: PictureType,
  hash: string,
  open: OpenSharp,
): Promise<Outcome<PreparedPicture>> {
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width: WIDEST, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const base = (width: number): Sharp => open(data, { raw }).resize({ width, withoutEnlargement: true });
  const widest = Math.max(1, Math.min(info.width, Math.floor(Math.sqrt((BASE_PIXELS * info.width) / info.height))));
  const height = Math.max(1, Math.round((info.height * widest) / info.width));
  const format = FORMAT[type];
  const kept: KeptPicture = { hash, width: widest, height, format, widths: [], types: [] };
  const files: PreparedPicture['files'] = [];
  if (height <= WEBP_SIDE) {
    kept.widths = widthsFor(widest);
    kept.types = widest * height <= AVIF_PIXELS ? ['avif', 'webp'] : ['webp'];
    for (const width of kept.widths) {
      for (const format of kept.types)
        files.push({ path: copyPath(kept, format, width), bytes: await inFormat(base(width), format).toBuffer() });
    }
  }
  files.push({ path: copyPath(kept, format), bytes: await inFormat(base(widest), format).toBuffer() });
  if (info.channels % 2 === 1) Object.assign(kept, await preview(base(PREVIEW)));
  return ok({ kept, files });
}

function inFormat(picture: Sharp, format: KeptPicture['format'] | 'avif'): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 50, effort: 1 });
    case 'webp':
      return picture.webp({ quality: 76, effort: 3 });
    case 'png':
      return picture.png({ compressionLevel: 9 });
    default:
      return picture.jpeg({ quality: 80, progressive: true });
  }
}

/** What shows through has none: it would stay visible behind the picture. */
async function preview(small: Sharp): Promise<{ placeholder?: string }> {
  const bytes = await small.webp({ quality: 30, effort: 6 }).toBuffer();
  return bytes.length > PREVIEW_BYTES ? {} : { placeholder: `data:image/webp;base64,${bytes.toString('base64')}` };
}

export function widthsFor(widest: number): number[] {
  const smaller = WIDTHS.filter((width) => width * NEAR <= widest);
  return [...smaller, widest].slice(-WIDTHS.length);
}

/** The bytes as they came but for metadata, after every frame has been decoded once. */
async function gif(
  bytes: Uint8Array,
  hash: string,
  about: Metadata,
  open: OpenSharp,
): Promise<Outcome<PreparedPicture>> {
  await open(bytes, { animated: true }).stats();
  const stripped = stripGif(bytes);
  if (!stripped) return fail(problem('PICTURE_DAMAGED', { why: 'the GIF ends early' }));
  return alone(stripped, { hash, width: about.width, height: about.pageHeight ?? about.height, format: 'gif' });
}

async function moving(bytes: Uint8Array, hash: string, open: OpenSharp): Promise<Outcome<PreparedPicture>> {
  const { data, info } = await open(bytes, { animated: true })
    .webp({ quality: 76, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return alone(data, { hash, width: info.width, height: info.pageHeight ?? info.height, format: 'webp' });
}

function alone(
  bytes: Uint8Array,
  more: Pick<KeptPicture, 'hash' | 'width' | 'height' | 'format'>,
): Outcome<PreparedPicture> {
  const kept: KeptPicture = { ...more, widths: [], types: [] };
  return ok({ kept, files: [{ path: copyPath(kept, kept.format), bytes }] });
}
