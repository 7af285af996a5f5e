import type { Fields } from './date-fields.ts';

/** `hh:mm[:ss[.fff]]`, `hhmm`, with am/pm and a zone behind. */
export function readClock(text: string): Pick<Fields, 'hour' | 'minute' | 'second' | 'ms' | 'offset'> | undefined {
  const m = /^(\d{1,2})(?::?(\d{2})(?:[:.]?(\d{2}))?(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(.*)$/i.exec(text.trim());
  if (!m) return undefined;
  let hour = Number(m[1]);
  if (m[5] && /^p/i.test(m[5]) && hour < 12) hour += 12;
  if (m[5] && /^a/i.test(m[5]) && hour === 12) hour = 0;
  const minute = Number(m[2] ?? 0);
  const second = m[3] === undefined ? undefined : Number(m[3]);
  if (hour > 24 || minute > 59 || (second ?? 0) > 60) return undefined;
  const offset = readZone(m[6] ?? '');
  if (offset === 'unreadable') return undefined;
  return {
    hour,
    minute,
    ...(second === undefined ? {} : { second: Math.min(59, second) }),
    ...(m[4] === undefined ? {} : { ms: Math.floor(Number(`0.${m[4]}`) * 1000) }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** Minutes east of UTC of the zones seen in feeds. CST is America's unless the text is Chinese. */
const ZONES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  ist: 330,
  sgt: 480,
  hkt: 480,
  awst: 480,
  bjt: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  at: -240,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  hast: -600,
  hadt: -540,
  brt: -180,
  art: -180,
};
const MILITARY = 'yxwvutsrqponzabcdefghiklm';

export function readZone(text: string): number | undefined | 'unreadable' {
  const inside = /\((?:gmt|utc)?\s*([+-]\d{1,2}(?::?\d{2})?)\)$/i.exec(text.trim());
  if (inside) return readZone(inside[1]!);
  const plain = text.replace(/\([^)]*\)/g, ' ').trim();
  if (plain === '') return undefined;
  const offset = /^(?:etc\/)?(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?:\s*[a-z ]*)?$/i.exec(plain);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 15 * 60 ? 0 : (offset[1] === '-' ? -1 : 1) * minutes;
  }
  const bare = /^(\d{2})(\d{2})$/.exec(plain);
  if (bare) return Number(bare[1]) * 60 + Number(bare[2]);
  const name = plain.toLowerCase().replace(/[.\s]/g, '');
  if (name in ZONES) return ZONES[name];
  if (name.length === 1 && MILITARY.includes(name)) return (MILITARY.indexOf(name) - 12) * 60;
  return /^[a-z]{2,5}$/.test(name) ? 0 : 'unreadable';
}
