const JAR = 20;
const LONGEST = 4096;

/**
 * Cookies for the length of one fetch: hosts that set one and redirect to the same address would otherwise redirect for ever.
 * Kept per host, thrown away with the fetch, never told to another host.
 */
export class HopCookies {
  readonly #hosts = new Map<string, Map<string, string>>();

  /** True when a cookie is new or changed. */
  take(host: string, setCookie: string | string[] | undefined): boolean {
    if (setCookie === undefined) return false;
    let jar = this.#hosts.get(host);
    if (!jar) {
      jar = new Map();
      this.#hosts.set(host, jar);
    }
    let news = false;
    for (const line of Array.isArray(setCookie) ? setCookie : [setCookie]) {
      const pair = line.split(';', 1)[0]!.trim();
      const equals = pair.indexOf('=');
      if (equals < 1 || pair.length > LONGEST || (jar.size >= JAR && !jar.has(pair.slice(0, equals)))) continue;
      const name = pair.slice(0, equals);
      if (jar.get(name) !== pair) news = true;
      jar.set(name, pair);
    }
    return news;
  }

  header(host: string): string | undefined {
    const jar = this.#hosts.get(host);
    return jar && jar.size > 0 ? [...jar.values()].join('; ') : undefined;
  }
}
