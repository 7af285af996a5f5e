import sharp from 'sharp';

/** Invented pictures: a sky, a horizon and a few blocks, different for every name. */
export async function samplePicture(name: string, width = 1200, height = 800): Promise<Uint8Array> {
  let seed = [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);
  const random = (most: number): number => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed % most;
  };
  const hue = random(360);
  const horizon = 420 + random(160);
  const blocks = Array.from({ length: 14 }, (_, i) => {
    const h = 60 + random(260);
    return `<rect x="${i * 90 - 20 + random(30)}" y="${horizon - h}" width="${50 + random(60)}" height="${h}" fill="hsl(${hue} 18% ${18 + random(22)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="${width}" height="${height}" preserveAspectRatio="none"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="hsl(${hue} 30% 48%)"/><stop offset=".6" stop-color="hsl(${(hue + 30) % 360} 42% 78%)"/></linearGradient></defs><rect width="1200" height="800" fill="url(#a)"/><circle cx="${200 + random(800)}" cy="${horizon - 150}" r="${40 + random(50)}" fill="hsl(40 80% 88%)" opacity=".85"/>${blocks.join('')}<rect y="${horizon}" width="1200" height="400" fill="hsl(${hue} 22% 26%)"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer());
}
