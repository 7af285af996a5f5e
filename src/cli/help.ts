import type { Verb } from './verb.ts';

const pad = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
};

export function helpAll(verbs: Record<string, { summary: string }>): string {
  return `kanyin: news sources in, a newspaper out

Usage: kanyin VERB [options]

${pad(Object.entries(verbs).map(([name, v]) => [name, v.summary]))}
Every verb has --help and --json; kanyin --version tells the version.
Exit codes: 0 ok, 1 failure, 2 usage or config, 3 done but some sources failed.
`;
}

export function helpVerb(verb: Verb): string {
  const rows: [string, string][] = Object.entries(verb.options).map(([name, o]) => [
    `${o.short ? `-${o.short}, ` : ''}--${name}${o.type === 'string' ? ` ${o.value ?? 'VALUE'}` : ''}`,
    o.says,
  ]);
  rows.push(['--json', 'answer in JSON'], ['-h, --help', 'this text']);
  return `${verb.summary}\n\nUsage: ${verb.usage}\n\n${pad(rows)}${verb.about ? `\n${verb.about.trim()}\n` : ''}`;
}
