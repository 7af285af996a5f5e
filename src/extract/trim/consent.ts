import { textContent } from '../../kit/html/tree.ts';
import type { BlockValues } from '../body/block-values.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

/** What dialogues about cookies and data speak of, and what they ask for; both must stand in a block. */
const ABOUT =
  /cookie|gdpr|rodo\b|rgpd|dsgvo|lgpd|ccpa|privacy|prywatno|datenschutz|personenbezogen|données personnelles|datos personales|dati personali|dados pessoais|danych osobowych|osobních údajů|personal (?:data|information)|çerez|隐私|隱私|クッキー|쿠키|개인정보|конфиденц|персональных данных/i;
const ASKS =
  /accept|agree|consent|opt[ -]?out|preferenc|partner|vendor|third part|browser|settings|zustimm|einwillig|einstellung|accepte|consent|paramètr|acepta|consenti|configura|accett|zgod|akceptuj|przetwarza|partner|toestemming|samtyck|rıza|kabul|同意|接受|設定|设置|동의|соглас/i;
/** Share of a box's prose that speaks so. */
const MOSTLY = 0.5;
const LITTLE = 120;
/** Blocks that are looked at. */
const MOST_BLOCKS = 1500;

/** Boxes that ask for consent, by what they say, since their names are made by machines. Never what holds the headline, an article or the main part. */
export function findConsent(
  page: PageTree,
  own: BlockValues,
  sums: BlockValues,
  headline: PageNode | undefined,
): PageNode[] {
  const { nodes } = page;
  const says = new Float64Array(nodes.length);
  let looked = 0;
  let any = false;
  for (let i = 0; i < nodes.length && looked < MOST_BLOCKS; i++) {
    const node = nodes[i]!;
    if (node.gone !== undefined || node.tag === 'article' || node.tag === 'main') {
      i = node.end - 1;
      continue;
    }
    if (own.good[i]! < 60 || node.textLength > 4000) continue;
    looked++;
    const text = textContent(node.element);
    if (!ABOUT.test(text) || !ASKS.test(text)) continue;
    says[i] = own.good[i]!;
    any = true;
  }
  if (!any) return [];
  for (let i = nodes.length - 1; i > 0; i--) says[nodes[i]!.parent]! += says[i]!;
  const found: PageNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (says[i]! < LITTLE || says[i]! < sums.good[i]! * MOSTLY) continue;
    if (node.tag === 'html' || node.tag === 'body') continue;
    if (headline && headline.at >= node.at && headline.at < node.end) continue;
    found.push(node);
    i = node.end - 1;
  }
  return found;
}
