/**
 * Fits `data/weights.json` to the sentences of `data/contexts.tsv`: `node src/label/companies/fit-weights.ts`, with --check only
 * to say whether the file still is what comes out. Logistic regression; each weight is held to the value a person would give it
 * (PRIOR) with a standard deviation of one, since a hundred sentences are few. All sentences are our own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { labelDocument } from '../document.ts';
import { labelOrgs } from '../orgs/label-orgs.ts';
import { labelPeople } from '../people/label-people.ts';
import { labelPlaces } from '../places/label-places.ts';
import { type CompanyName, packedCompanies, type Strength } from './company-lexicon.ts';
import { findMentions } from './find-mentions.ts';
import { type Feature, mentionFeatures } from './mention-features.ts';

const PRIOR: Record<Feature, number> = {
  plain: 1.6,
  proper: -0.6,
  place: -3.2,
  common: -4.2,
  weak: -1.3,
  short: -0.9,
  long: 1,
  market: 1.6,
  firm: 0.9,
  after: 0.6,
  marketWord: 1.4,
  firmWord: 0.5,
  afterWord: 0.5,
  othersWord: 0.3,
  joined: 0.5,
  inRow: 1.2,
  before: 0.3,
  apposed: 1.5,
  product: 2.8,
  moves: 3,
  notice: 3,
  theme: -2.5,
  credit: -3,
  goesOn: -2.6,
  otherBody: -5,
  others: 0.6,
  fullName: 1,
  section: 0.8,
  marketText: 0.5,
  across: -5,
  acrossLong: -3,
  acrossMarket: -1.2,
  word: -0.3,
  inPlace: -2.5,
  inName: -2.5,
  local: -3,
  otherUse: -6,
  linked: 0.6,
};
const DEVIATION = 1;
/** A false company costs as much as this many missed ones. */
const COST = 3;
/** Names of each strength put into every sentence. */
const NAMES = 24;
const ROUNDS = 4000;
const STEP = 0.02;

interface Example {
  right: boolean;
  weight: number;
  pieces: { feature: Feature; times: number }[];
}

function examples(): Example[] {
  const lexicon = packedCompanies();
  const byStrength = new Map<Strength, CompanyName[]>();
  for (const entry of lexicon.names())
    if (/^\p{Script=Han}+$/u.test(entry.name))
      byStrength.set(entry.strength, [...(byStrength.get(entry.strength) ?? []), entry]);
  const lines = readFileSync(new URL('./data/contexts.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.flatMap((line) => {
    const [means = '', strengths = '', sentence = ''] = line.split('\t');
    return strengths.split(' ').flatMap((strength) => {
      const all = byStrength.get(strength as Strength) ?? [];
      const some = all.filter((_, i) => i % Math.ceil(all.length / NAMES) === 0);
      return some.flatMap((entry) => {
        const pieces = piecesIn(sentence.replaceAll('{n}', entry.name), entry);
        return pieces === undefined
          ? []
          : [{ right: means === '+', weight: (means === '+' ? 1 : COST) / some.length, pieces }];
      });
    });
  });
}

/** Of the first mention of the name; undefined where a longer name covers it. */
function piecesIn(text: string, entry: CompanyName): Example['pieces'] | undefined {
  const document = labelDocument({ title: '', text });
  const holders = [labelOrgs, labelPeople, labelPlaces].flatMap((labeller) => labeller(document, [], {}));
  const mentions = findMentions(document.full, packedCompanies());
  const mention = mentions.find((one) => one.entry.name === entry.name);
  return mention && mentionFeatures(mention, { document, mentions, holders, longest: new Map() }).pieces;
}

/** Examples with the same evidence and meaning, as one. */
function grouped(all: readonly Example[]): Example[] {
  const groups = new Map<string, Example>();
  for (const example of all) {
    const key = `${example.right} ${example.pieces.map(({ feature, times }) => `${feature}${times}`).join(' ')}`;
    const known = groups.get(key);
    if (known) known.weight += example.weight;
    else groups.set(key, { ...example });
  }
  return [...groups.values()];
}

function fit(all: readonly Example[]): Record<Feature, number> {
  const worth = { ...PRIOR };
  const features = Object.keys(PRIOR) as Feature[];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Object.fromEntries(
      features.map((feature) => [feature, (PRIOR[feature] - worth[feature]) / DEVIATION ** 2]),
    ) as Record<Feature, number>;
    for (const { right, weight, pieces } of all) {
      const odds = pieces.reduce((sum, { feature, times }) => sum + worth[feature] * times, 0);
      const miss = (right ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      for (const { feature, times } of pieces) slope[feature] += weight * miss * times;
    }
    for (const feature of features) worth[feature] += STEP * slope[feature];
  }
  return Object.fromEntries(features.map((feature) => [feature, Math.round(worth[feature] * 100) / 100])) as Record<
    Feature,
    number
  >;
}

export const fittedWeights = (): string => `${JSON.stringify(fit(grouped(examples())), null, 2)}\n`;

const target = new URL('./data/weights.json', import.meta.url);
if (import.meta.main) {
  const fitted = fittedWeights();
  if (!process.argv.includes('--check')) writeFileSync(target, fitted);
  else if (readFileSync(target, 'utf8') !== fitted) {
    process.stderr.write('data/weights.json is not what fit-weights.ts makes of data/contexts.tsv\n');
    process.exitCode = 1;
  }
}
