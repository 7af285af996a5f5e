/** Headers by which a host says that it wants a browser check. */
const HEADERS: [string, RegExp, string][] = [
  ['cf-mitigated', /challenge|block/i, 'Cloudflare'],
  ['x-vercel-mitigated', /challenge|deny/i, 'Vercel'],
  ['x-amzn-waf-action', /challenge|captcha/i, 'AWS WAF'],
];

/** Marks of challenge documents: scripts and markup, not words an article could contain. */
const MARKS: [RegExp, string][] = [
  [
    /\/cdn-cgi\/challenge-platform\/|window\._cf_chl_opt|cf-browser-verification|id="cf-(?:wrapper|error-details)"/,
    'Cloudflare',
  ],
  [/<title>\s*(?:Just a moment\.{3}|Attention Required! \| Cloudflare)/i, 'Cloudflare'],
  [/\bacw_sc__v[23]\b|aliyun_waf_aa|\/_____tmd_____\//, 'Aliyun WAF'],
  [/__jsl_clearance/, 'Jiasule'],
  [/__tst_status|EO_Bot_Ssid/, 'Tencent EdgeOne'],
  [/_Incapsula_Resource|Incapsula incident ID/, 'Imperva'],
  [/sucuri_cloudproxy_js/, 'Sucuri'],
  [/awsWafCookieDomainList|\.awswaf\.com\//, 'AWS WAF'],
  [/geo\.captcha-delivery\.com|captcha-delivery\.com\/c\.js/, 'DataDome'],
  [/id="px-captcha"|window\._pxAppId/, 'PerimeterX'],
  [/id="anubis_challenge"|\/\.within\.website\/x\/cmd\/anubis\//, 'Anubis'],
  [/ddos-guard\.net\/|\/\.well-known\/ddos-guard\//, 'DDoS-Guard'],
  [
    /<title>\s*(?:安全验证|访问验证|滑动验证|人机验证|请进行验证|Human Verification|Verifying you are human)/i,
    'browser check',
  ],
];

/** Challenge documents are small; marks in a larger one are quoted, or a harmless script of the host. Bytes. */
const LARGEST = 64 * 1024;

/**
 * Who asks for a browser check, or undefined. A success is judged by its body only where it is small HTML: an article page of a
 * guarded host carries the guard's script as well, so there Cloudflare's own header or title decides.
 */
export function challenge(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: Uint8Array,
): string | undefined {
  for (const [name, value, who] of HEADERS) {
    const given = headers[name];
    if (given !== undefined && value.test(String(given))) return who;
  }
  if (status === 304 || body.length === 0 || (status < 300 && body.length > LARGEST)) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, LARGEST));
  if (status < 300 && !HTML.test(bytes.toString('latin1', 0, 200))) return undefined;
  const text = bytes.toString('utf8');
  if (status < 300 && !isScriptOnly(text)) return undefined;
  return MARKS.find(([mark]) => mark.test(text))?.[1];
}

const HTML = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|script|body|meta)/i;

/** Shows next to nothing to read: under 600 characters. */
function isScriptOnly(text: string): boolean {
  const shown = withoutBlocks(text)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ');
  return shown.length < 600;
}

/** Script and style elements cut out in one pass. */
function withoutBlocks(text: string): string {
  const lower = text.toLowerCase();
  let out = '';
  let at = 0;
  for (;;) {
    const script = lower.indexOf('<script', at);
    const style = lower.indexOf('<style', at);
    const from = script < 0 ? style : style < 0 ? script : Math.min(script, style);
    if (from < 0) return out + text.slice(at);
    out += text.slice(at, from);
    const end = lower.indexOf(from === script ? '</script' : '</style', from);
    if (end < 0) return out;
    at = end + 8;
  }
}
