import { isHan } from '../../kit/zh.ts';
import { nameStart } from '../boundary.ts';
import type { LabelDocument } from '../document.ts';
import { letterTable } from '../letters.ts';
import { findOrgs } from '../orgs/find-orgs.ts';
import { findPlaces } from '../places/find-places.ts';
import { wordStarts } from '../word-starts.ts';
import { readName } from './read-name.ts';
import { TITLES } from './titles.ts';

const OPENING = letterTable('。！？；，：\n“（、 \t');

/** Confidence of a body in whose name no person is looked for. */
const SURE_BODY = 0.82;

/** A document as names stand in it: its words, its places and organisations, and where a name may begin. */
export class NameGround {
  readonly text: string;
  /** where words begin */
  readonly words: Uint8Array;
  /** where places and organisations end */
  readonly ends = new Set<number>();
  /** where organisations begin */
  readonly orgs = new Set<number>();
  /** start → end of every place */
  readonly places = new Map<number, number>();
  /** bodies beyond doubt, in order */
  private readonly bodies: { start: number; end: number; evidence: string }[] = [];
  /** ends of foreign places */
  private readonly abroad: number[] = [];
  private abroadAt = 0;

  constructor(document: LabelDocument) {
    this.text = document.full;
    this.words = wordStarts(document);
    for (const org of findOrgs(document)) {
      this.ends.add(org.end);
      this.orgs.add(org.start);
      if (org.confidence >= SURE_BODY) this.bodies.push(org);
    }
    for (const place of findPlaces(document)) {
      this.ends.add(place.end);
      this.places.set(place.start, place.end);
      if (place.level === 'country' || place.level === 'foreign') this.abroad.push(place.end);
    }
  }

  /** A foreign place ends within 24 letters before. */
  nearAbroad(i: number): boolean {
    const { abroad } = this;
    while (this.abroadAt < abroad.length && abroad[this.abroadAt]! <= i) this.abroadAt++;
    return this.abroadAt > 0 && i - abroad[this.abroadAt - 1]! < 24;
  }

  /** The letters are part of the name of a body: 光电工|程学|院, 艾瑞|咨询. */
  inBody(start: number, end: number): boolean {
    let low = 0;
    let high = this.bodies.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bodies[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - 3); i--) {
      const body = this.bodies[i]!;
      if (body.end >= end && body.end - body.start > end - start)
        return body.start < start || body.evidence.startsWith('list');
    }
    return false;
  }

  /** A name may start here: line start, sign, or a word that ends before names. */
  free(i: number): boolean {
    const { text } = this;
    return (
      i === 0 ||
      !isHan(text.charCodeAt(i - 1)) ||
      this.ends.has(i) ||
      TITLES.endingAt(text, i) !== undefined ||
      nameStart(text, i, Math.max(0, i - 4), 1) === i
    );
  }

  /** A clause or sentence opens here. */
  opens(i: number): boolean {
    return i === 0 || OPENING[this.text.charCodeAt(i - 1)] === 1 || this.ends.has(i);
  }

  /** Name、Name、Name: at least two more names follow the sign at `at`. */
  listAhead(at: number): boolean {
    let end = at;
    for (let n = 0; n < 2; n++) {
      if (this.text[end] !== '、') return n > 0 && '，。'.includes(this.text[end] ?? '。');
      const next = readName(this.text, end + 1);
      if (next === undefined || next.follow === 0 || this.inPlace(end + 1, next.end)) return false;
      end = next.end;
    }
    return true;
  }

  /** A place, a body or a foreign name goes on to `end` or across it. */
  endsPlace(end: number): boolean {
    return this.ends.has(end) || [...'县市镇乡村区州省'].includes(this.text[end] ?? '');
  }

  inPlace(start: number, end: number): boolean {
    return (this.places.get(start) ?? 0) >= end;
  }
}
