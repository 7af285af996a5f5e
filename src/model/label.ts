/** Kinds of labels: `topic` also holds programmes and slogans. */
export type LabelKind =
  | 'company'
  | 'person'
  | 'place'
  | 'org'
  | 'figure'
  | 'statement'
  | 'event'
  | 'topic'
  | 'language'
  | 'keyword';

/** One label of ours. `start`, `end`: UTF-16 offsets into `title + "\n" + text`. */
export interface Label {
  kind: LabelKind;
  surface: string;
  /** SH600519, HK00700, US:AAPL; administrative code; slug of a person, organisation or programme */
  id?: string;
  start: number;
  end: number;
  /** 0..1 */
  confidence: number;
  /** why, in words a person can check: `code 600519 beside it`, `suffix 委员会` */
  evidence: string[];
  /** person: offices as printed; */
  role?: string[];
  /** person: body the office belongs to */
  body?: string;
  /** place inside an office or organisation: surface of the larger one */
  within?: string;
  /** company: the listing itself matters to the article, not only the firm */
  listing?: boolean;
  /** figure: base units (5亿元 = 500000000 元) */
  value?: number;
  unit?: string;
  approx?: string;
  /** figure: what it measures, period where stated */
  measures?: string;
  period?: string;
  /** statement */
  speaker?: string;
  quote?: string;
  /** event: ISO day or month (`--04-08` where the text tells no year), place, what, names */
  date?: string;
  place?: string;
  what?: string;
  participants?: string[];
}
