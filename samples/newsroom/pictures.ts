import sharp from 'sharp';

// The newsroom is in this process too: no cache and no threads for fourteen small drawings.
sharp.cache(false);
sharp.concurrency(1);

const WIDTH = 1200;
const HEIGHT = 800;

/** Simple drawn scenes, so that the sample has pictures and no photographer's rights. */
const SCENES: Record<string, { sky: string; land: string; extra: string }> = {
  wind: {
    sky: '#cfe3ee',
    land: '#8fa66b',
    extra: turbine(320, 620, 1) + turbine(640, 580, 1.3) + turbine(930, 640, 0.9),
  },
  grid: { sky: '#e9dcc3', land: '#a58f5c', extra: pylon(260) + pylon(620) + pylon(980) + wires() },
  market: { sky: '#2c3a55', land: '#57493a', extra: boxes() },
  books: { sky: '#6b4b3a', land: '#4a3327', extra: shelves() },
  snow: { sky: '#dfe6ea', land: '#f6f8f9', extra: flakes() },
  clinic: {
    sky: '#d8e6df',
    land: '#9fb48b',
    extra:
      '<rect x="380" y="420" width="440" height="200" rx="24" fill="#fff"/><rect x="570" y="460" width="60" height="20" fill="#c33"/><rect x="590" y="440" width="20" height="60" fill="#c33"/><circle cx="480" cy="630" r="44" fill="#333"/><circle cx="720" cy="630" r="44" fill="#333"/>',
  },
  road: { sky: '#f0d9b8', land: '#b59b6a', extra: '<path d="M560 520 L640 520 L900 800 L300 800 Z" fill="#8d7a58"/>' },
  steppe: { sky: '#bcd7e6', land: '#b9a35c', extra: tufts() },
  train: {
    sky: '#e3e7ea',
    land: '#9aa37a',
    extra:
      '<rect x="120" y="480" width="960" height="110" fill="#2f5d50"/><rect x="120" y="480" width="180" height="110" fill="#b23b2a"/><rect x="80" y="600" width="1060" height="10" fill="#444"/>',
  },
  storage: {
    sky: '#d5e0e8',
    land: '#8a8f7a',
    extra:
      '<rect x="220" y="460" width="200" height="170" fill="#f4f4f2"/><rect x="460" y="460" width="200" height="170" fill="#f4f4f2"/><rect x="700" y="460" width="200" height="170" fill="#f4f4f2"/>',
  },
  sheep: { sky: '#cfe6d4', land: '#7f9a55', extra: flock() },
  meeting: { sky: '#d9cfc4', land: '#7b2d26', extra: '<rect x="200" y="540" width="800" height="80" fill="#5a3d2b"/>' },
  watch: {
    sky: '#3a332c',
    land: '#6b5a45',
    extra:
      '<circle cx="600" cy="380" r="210" fill="#f5efe2" stroke="#a88a4d" stroke-width="26"/><path d="M600 380 L600 240 M600 380 L700 430" stroke="#222" stroke-width="14"/>',
  },
  ice: {
    sky: '#d7e4ee',
    land: '#e8f1f6',
    extra: '<path d="M200 640 q200 -60 400 0 t400 0" stroke="#9fbccd" stroke-width="8" fill="none"/>',
  },
  qr: { sky: '#fff', land: '#fff', extra: modules() },
};

function turbine(x: number, y: number, s: number): string {
  const blade = (turn: number): string =>
    `<path d="M0 0 L14 -150 L-6 -150 Z" transform="rotate(${turn})" fill="#fff"/>`;
  return `<g transform="translate(${x} ${y}) scale(${s})"><rect x="-5" y="-260" width="10" height="260" fill="#f4f4f4"/><g transform="translate(0 -260)">${blade(10)}${blade(130)}${blade(250)}</g></g>`;
}
function pylon(x: number): string {
  return `<path d="M${x} 300 L${x - 60} 640 M${x} 300 L${x + 60} 640 M${x - 70} 360 L${x + 70} 360" stroke="#555" stroke-width="8" fill="none"/>`;
}
function wires(): string {
  return '<path d="M190 360 Q440 430 690 360 T1200 380" stroke="#555" stroke-width="4" fill="none"/>';
}
function boxes(): string {
  return Array.from(
    { length: 8 },
    (_, i) =>
      `<rect x="${120 + i * 125}" y="${520 - (i % 3) * 40}" width="105" height="90" fill="${i % 2 ? '#c8703c' : '#7d9a4a'}"/>`,
  ).join('');
}
function shelves(): string {
  return Array.from(
    { length: 54 },
    (_, i) =>
      `<rect x="${110 + (i % 18) * 55}" y="${160 + Math.floor(i / 18) * 180}" width="40" height="140" fill="${['#b5562f', '#d9b166', '#4f7a78', '#e7ddc8'][i % 4]}"/>`,
  ).join('');
}
function flakes(): string {
  return Array.from(
    { length: 90 },
    (_, i) => `<circle cx="${(i * 137) % WIDTH}" cy="${(i * 211) % HEIGHT}" r="${3 + (i % 5)}" fill="#fff"/>`,
  ).join('');
}
function tufts(): string {
  return Array.from(
    { length: 60 },
    (_, i) =>
      `<path d="M${(i * 173) % WIDTH} ${560 + ((i * 97) % 220)} q6 -40 -8 -60 M${(i * 173) % WIDTH} ${560 + ((i * 97) % 220)} q2 -40 16 -54" stroke="#6d7f3c" stroke-width="6" fill="none"/>`,
  ).join('');
}
function flock(): string {
  return Array.from(
    { length: 14 },
    (_, i) =>
      `<g transform="translate(${120 + (i % 7) * 150} ${560 + Math.floor(i / 7) * 110})"><ellipse rx="46" ry="30" fill="#f7f3ea"/><circle cx="44" cy="-8" r="15" fill="#4a4038"/></g>`,
  ).join('');
}
function modules(): string {
  return Array.from({ length: 400 }, (_, i) =>
    (i * 7919) % 11 < 5
      ? `<rect x="${300 + (i % 20) * 30}" y="${100 + Math.floor(i / 20) * 30}" width="30" height="30"/>`
      : '',
  ).join('');
}

const drawn = new Map<string, Promise<Buffer>>();

/** JPEG bytes of a scene, drawn once. `undefined`: no such picture. */
export function samplePicture(name: string): Promise<Buffer> | undefined {
  const scene = SCENES[name];
  if (!scene) return undefined;
  const known = drawn.get(name);
  if (known) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${scene.sky}"/><path d="M0 560 Q300 480 600 540 T1200 500 V800 H0 Z" fill="${scene.land}"/>${scene.extra}</svg>`;
  const bytes = sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
  drawn.set(name, bytes);
  return bytes;
}
