const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(time: string | number, timeZone: string): Record<string, string> {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(new Date(time)).map((part) => [part.type, part.value]));
}

/** `yyyy-mm-dd` of an instant in an IANA zone. */
export function localDay(time: string | number, timeZone: string): string {
  const p = parts(time, timeZone);
  return `${p['year']}-${p['month']}-${p['day']}`;
}

/** `yyyy-mm-dd hh:mm:ss` of an instant in an IANA zone, no offset. */
export function localTime(time: string | number, timeZone: string): string {
  const p = parts(time, timeZone);
  return `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}:${p['second']}`;
}
