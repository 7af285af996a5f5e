import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { picturesOf } from '../../src/publish/images/pictures-of.ts';
import { type PreparedPicture, preparePicture, widthsFor } from '../../src/publish/images/prepare-picture.ts';
import { showKept } from '../../src/publish/images/show-kept.ts';
import { sniffPicture } from '../../src/publish/images/sniff-picture.ts';
import { stripGif } from '../../src/publish/images/strip-gif.ts';

/** Half red, half blue, so that turning shows. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c22' } }).composite([
    {
      input: { create: { width: Math.max(1, width >> 1), height, channels: 3, background: '#22c' } },
      left: 0,
      top: 0,
    },
  ]);
const frame = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
const moving = async () =>
  sharp([await frame('#c22'), await frame('#2c2'), await frame('#22c')], { join: { animated: true } });

async function prepared(bytes: Uint8Array): Promise<PreparedPicture> {
  const done = await preparePicture(bytes);
  if (!done.ok) throw new Error(`${done.problem.code} ${done.problem.why}`);
  return done.value;
}
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const done = await preparePicture(bytes);
  return done.ok ? 'ok' : done.problem.code;
};
const fileOf = ({ files }: PreparedPicture, ending: string): Uint8Array =>
  files.find(({ path }) => path.endsWith(ending))!.bytes;

/** A PNG that says it is this large and holds a few bytes of nothing. */
function pngBomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * 2000));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('copies', () => {
  test('a photograph: three widths of AVIF and WebP, one of its own kind, never upscaled', async () => {
    const picture = await prepared(await drawn(3000, 2000).jpeg().toBuffer());
    const { kept } = picture;
    expect(kept).toMatchObject({
      width: 1440,
      height: 960,
      format: 'jpg',
      widths: [480, 960, 1440],
      types: ['avif', 'webp'],
    });
    expect(picture.files).toHaveLength(7);
    expect(picture.files.at(-1)!.path).toBe(`${kept.hash.slice(0, 2)}/${kept.hash}.jpg`);
    for (const width of kept.widths) {
      expect((await sharp(fileOf(picture, `-${width}.avif`)).metadata()).width).toBe(width);
      expect(await sharp(fileOf(picture, `-${width}.webp`)).metadata()).toMatchObject({ width, format: 'webp' });
    }
    expect(kept.placeholder).toMatch(/^data:image\/webp;base64,[A-Za-z0-9+/=]+$/);
    expect(kept.placeholder!.length).toBeLessThan(600);
    const small = await prepared(await drawn(300, 200).jpeg().toBuffer());
    expect(small.kept).toMatchObject({ width: 300, height: 200, widths: [300] });
  });

  test('widths are never more than three, never wider than the picture, never nearly the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (widest) => {
        const widths = widthsFor(widest);
        expect(widths.length).toBeLessThanOrEqual(3);
        expect(widths.at(-1)).toBe(widest);
        for (let i = 1; i < widths.length; i++) expect(widths[i]! / widths[i - 1]!).toBeGreaterThanOrEqual(1.25);
      }),
    );
  });

  test('turned as the camera was held, and nothing about the camera left', async () => {
    const bytes = await drawn(600, 400)
      .withExif({ IFD0: { Copyright: 'SECRET-NAME', Make: 'CAMERA' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const picture = await prepared(bytes);
    expect(picture.kept).toMatchObject({ width: 400, height: 600 });
    for (const { path, bytes: copy } of picture.files) {
      const about = await sharp(copy).metadata();
      expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation], path).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(Buffer.from(copy).includes('SECRET-NAME'), path).toBe(false);
    }
    const top = await sharp(fileOf(picture, '.jpg'))
      .extract({ left: 200, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(top[2]!).toBeGreaterThan(top[0]!);
  });

  test('same bytes, same names; other bytes, other names', async () => {
    const bytes = await drawn(200, 100).png().toBuffer();
    const again = await prepared(Buffer.from(bytes));
    expect((await prepared(bytes)).kept).toEqual(again.kept);
    expect((await prepared(await drawn(200, 102).png().toBuffer())).kept.hash).not.toBe(again.kept.hash);
  });

  test('what shows through has no preview behind it', async () => {
    const clear = await sharp({ create: { width: 200, height: 100, channels: 4, background: '#c220' } })
      .png()
      .toBuffer();
    const picture = await prepared(clear);
    expect(picture.kept.placeholder).toBeUndefined();
    expect((await sharp(fileOf(picture, '.png')).metadata()).hasAlpha).toBe(true);
  });

  test('grey, CMYK, 16 bits, AVIF and WebP become pictures every browser shows', async () => {
    const made = [
      await drawn(120, 80).greyscale().jpeg().toBuffer(),
      await drawn(120, 80).toColourspace('cmyk').jpeg().toBuffer(),
      await drawn(120, 80).toColourspace('rgb16').png().toBuffer(),
      await drawn(120, 80).avif().toBuffer(),
      await drawn(120, 80).webp().toBuffer(),
    ];
    for (const bytes of made) {
      const picture = await prepared(bytes);
      expect(picture.kept).toMatchObject({ width: 120, height: 80 });
      expect(['jpg', 'png', 'webp']).toContain(picture.kept.format);
      expect(await sharp(picture.files.at(-1)!.bytes).metadata()).toMatchObject({
        space: expect.stringMatching(/^(srgb|b-w)$/) as string,
        depth: 'uchar',
      });
    }
  });

  test('a long one has no AVIF and stays readable', async () => {
    const { kept } = await prepared(await drawn(1080, 8000).jpeg().toBuffer());
    expect(kept).toMatchObject({ width: 1080, height: 8000, widths: [480, 1080], types: ['webp'] });
  });

  test('a very long strip is kept in its own format alone', async () => {
    const { kept, files } = await prepared(await drawn(300, 30_000).png().toBuffer());
    expect(kept.widths).toEqual([]);
    expect(files).toHaveLength(1);
  });
});

describe('what moves', () => {
  test('an animated GIF keeps its frames and loses its comments', async () => {
    const plain = await (await moving()).gif({ loop: 0 }).toBuffer();
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 11]), Buffer.from('SECRET-NAME'), Buffer.from([0])]);
    const at = 13 + (plain[10]! & 0x80 ? 3 * 2 ** ((plain[10]! & 7) + 1) : 0);
    const bytes = Buffer.concat([plain.subarray(0, at), comment, plain.subarray(at), Buffer.from('<script>')]);
    const { kept, files } = await prepared(bytes);
    expect(kept).toMatchObject({ format: 'gif', width: 40, height: 30, widths: [], types: [] });
    expect(files).toHaveLength(1);
    expect((await sharp(files[0]!.bytes, { animated: true }).metadata()).pages).toBe(3);
    expect(Buffer.from(files[0]!.bytes).toString('latin1')).not.toMatch(/SECRET|<script/);
    expect(Buffer.from(files[0]!.bytes).equals(plain)).toBe(true);
    expect(showKept(kept).sources).toEqual([]);
  });
  test('an animated WebP stays one', async () => {
    const { kept, files } = await prepared(await (await moving()).webp().toBuffer());
    expect(kept).toMatchObject({ format: 'webp', width: 40, height: 30 });
    expect((await sharp(files[0]!.bytes).metadata()).pages).toBe(3);
  });
  test('any bytes behind a GIF’s head end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (rest) => {
        const found = stripGif(Buffer.concat([Buffer.from('GIF89a'), rest]));
        expect(found === undefined || found.length <= rest.length + 6).toBe(true);
      }),
    );
  });
});

describe('refused', () => {
  test('a small file that unfolds to 900 million pixels', async () => {
    const bomb = pngBomb(30_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('PICTURE_TOO_LARGE');
  });
  test('what is no picture, whatever it is called', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    );
    for (const bytes of [
      svg,
      Buffer.from(`<?xml version="1.0"?>${svg}`),
      Buffer.from('<!doctype html><p>404'),
      Buffer.alloc(0),
      Buffer.from('BM'),
    ])
      expect(await codeOf(bytes)).toBe('PICTURE_TYPE');
    expect(await codeOf(await drawn(20, 20).tiff().toBuffer())).toBe('PICTURE_TYPE');
  });
  test('a head of one type before a body of another', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    for (const head of [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\x00\x00\x00\x00WEBPVP8 ',
      '\x00\x00\x00\x1cftypavif',
    ])
      expect(await codeOf(Buffer.from(head + svg, 'latin1'))).toMatch(/^PICTURE_(DAMAGED|TYPE)$/);
  });
  test('a picture that ends early', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data, info } = noise;
    const made = () => sharp(data, { raw: info });
    for (const bytes of [
      await made().jpeg().toBuffer(),
      await made().png().toBuffer(),
      await made().webp().toBuffer(),
      await made().gif().toBuffer(),
      await made().avif().toBuffer(),
    ])
      expect(await codeOf(bytes.subarray(0, bytes.length >> 1)), sniffPicture(bytes)).toBe('PICTURE_DAMAGED');
  });
  test('an animation of too many pixels in all its frames', async () => {
    const side = 3000;
    const frames = 6;
    const strip = Buffer.alloc(side * side * frames);
    for (let i = 0; i < frames; i++) strip.fill(i * 40, i * side * side, (i + 1) * side * side);
    const bytes = await sharp(strip, {
      raw: { width: side, height: side * frames, channels: 1, pageHeight: side },
      limitInputPixels: false,
    })
      .gif({ effort: 1 })
      .toBuffer();
    expect(await codeOf(bytes)).toBe('PICTURE_TOO_LARGE');
  });
  test('any bytes behind any head are an answer, never a throw', async () => {
    const heads = [
      '\xff\xd8\xff\xe0',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\x10\x00\x00\x00WEBPVP8X',
      '\x00\x00\x00\x1cftypavif',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
        expect((await preparePicture(Buffer.concat([Buffer.from(head, 'latin1'), rest]))).ok).toBeTypeOf('boolean');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the pictures of an article', () => {
  test('the lead first, each once, only what can be fetched', () => {
    const html =
      '<p><img src="https://a.example/1.jpg?x=1&amp;y=2"><img src="data:image/png;base64,AA"><img src="https://a.example/lead.jpg"><img src="/x.png"><img alt=""></p>';
    expect(picturesOf({ lead: { src: 'https://a.example/lead.jpg' }, html })).toEqual([
      'https://a.example/lead.jpg',
      'https://a.example/1.jpg?x=1&y=2',
    ]);
    expect(picturesOf({ html: '<p>no picture' })).toEqual([]);
    expect(
      picturesOf({
        html:
          '<img src="https://a.example/1.jpg">'.repeat(500) +
          Array.from({ length: 500 }, (_, i) => `<img src="https://b.example/${i}">`).join(''),
      }),
    ).toHaveLength(60);
  });
});
