export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** The type by the first bytes alone (WHATWG MIME Sniffing, section 6.1); what the server calls it counts for nothing. */
export function sniffPicture(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBPVP8', 8)) return 'webp';
  // ISO base media file: the brand says which kind; heic, video and the rest are none of ours
  if (head.startsWith('ftypavi', 4) && (head[11] === 'f' || head[11] === 's')) return 'avif';
  return undefined;
}
