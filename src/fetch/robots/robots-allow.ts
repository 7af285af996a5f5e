import { normalPath, type Robots } from './parse-robots.ts';

/** RFC 9309 section 2.2.2: the longest matching rule decides, allow wins a tie, no rule means yes. /robots.txt is always allowed. */
export function robotsAllow(robots: Robots, pathAndQuery: string): boolean {
  const path = normalPath(pathAndQuery);
  if (path === '/robots.txt') return true;
  let best = -1;
  let allowed = true;
  for (const { allow, pattern } of robots.rules) {
    if (pattern.length < best || (pattern.length === best && !allow)) continue;
    if (!matches(pattern, path)) continue;
    best = pattern.length;
    allowed = allow;
  }
  return allowed;
}

/** Prefix match with `*` for any run and a final `$` for the end. Greedy from the left, so linear in the path for each star. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const head = parts[0]!;
  if (!path.startsWith(head)) return false;
  if (parts.length === 1) return !anchored || path.length === head.length;
  let at = head.length;
  for (let i = 1; i < parts.length - 1; i++) {
    const found = path.indexOf(parts[i]!, at);
    if (found < 0) return false;
    at = found + parts[i]!.length;
  }
  const tail = parts.at(-1)!;
  if (anchored) return path.length - tail.length >= at && path.endsWith(tail);
  return path.indexOf(tail, at) >= 0;
}
