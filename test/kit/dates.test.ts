import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/kit/dates.ts';

const now = new Date('2026-09-01T04:00:00Z');
const read = (text: string, language = 'en'): string | undefined => readDate(text, { now, language })?.iso.slice(0, 19);

describe('dates as feeds of the world write them', () => {
  const cases: Record<string, string | undefined> = {
    // RFC 822 and its relatives
    'Thu, 31 Jun 2004 19:48:21 GMT': '2004-07-01T19:48:21',
    'Sun, 31 Dec 1999 24:00:00 GMT': '2000-01-01T00:00:00',
    'Mon, 26 Jan 2004 16:31:00 AT': '2004-01-26T20:31:00',
    'Wed, 19 Aug 2009 18:28:00 Etc/GMT': '2009-08-19T18:28:00',
    'Wed May 05 2021 10:00:00 GMT+0200 (CEST)': '2021-05-05T08:00:00',
    'Wed, 05 May 2021 10:00:00 +0000 (UTC)': '2021-05-05T10:00:00',
    'Sun Jan  4 16:29:06 PST 2004': '2004-01-05T00:29:06',
    'Fri, 2006/09/15 08:19:53 EDT': '2006-09-15T12:19:53',
    'Wed, 5 May 2021 9:05:00 PM': '2021-05-05T21:05:00',
    // ISO 8601
    '2003-335': '2003-12-01T00:00:00',
    '03335': '2003-12-01T00:00:00',
    '2021-W18-3': '2021-05-05T00:00:00',
    '-0312': '2003-12-01T00:00:00',
    '-03': '2003-01-01T00:00:00',
    '20210505T100000Z': '2021-05-05T10:00:00',
    '2021-05-05T10:00:00+08': '2021-05-05T02:00:00',
    // other languages
    'Κυρ, 11 Ιολ 2004 12:00:00 EST': '2004-07-11T17:00:00',
    'Κυρ, 1 Ιον 2004 12:00:00 EST': '2004-06-01T17:00:00',
    'Πέμ, 15 Οκτ 2004 12:00:00 EST': '2004-10-15T17:00:00',
    '2004-július-13T9:15-05:00': '2004-07-13T14:15:00',
    '2004-március-13T9:15-05:00': '2004-03-13T14:15:00',
    '2004-április-13T9:15-05:00': '2004-04-13T14:15:00',
    '2004-máujus-13T9:15-05:00': '2004-05-13T14:15:00',
    '2004-június-13T9:15-05:00': '2004-06-13T14:15:00',
    '2004-szeptember-13T9:15-05:00': '2004-09-13T14:15:00',
    '2004년 05월 28일  01:31:15': '2004-05-27T16:31:15',
    '2004-05-25 오후 11:23:17': '2004-05-25T14:23:17',
    'mié, 05 may 2021 10:00:00 +0200': '2021-05-05T08:00:00',
    'Ср, 05 май 2021 10:00:00 +0300': '2021-05-05T07:00:00',
    '1620208800': '2021-05-05T10:00:00',
    // none
    '0000-00-00T00:00:00Z': undefined,
    '2003-13-31T10:14:55Z': undefined,
    '2003-12-31T25:14:55Z': undefined,
    'Tue, 30 Feb 2021 10:00:00 GMT': undefined,
    'Tue, 32 Dec 2021 10:00:00 GMT': undefined,
    soon: undefined,
  };
  for (const [text, expected] of Object.entries(cases)) test(text, () => expect(read(text)).toBe(expected));

  test('a time without a zone is China’s in Chinese, UTC elsewhere', () => {
    expect(read('2026-08-31 12:56:00', 'zh')).toBe('2026-08-31T04:56:00');
    expect(read('2026-08-31 12:56:00.0', 'en')).toBe('2026-08-31T12:56:00');
  });
});
