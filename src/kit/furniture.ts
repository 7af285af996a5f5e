/** Lines that belong to a publisher's page and not to the article: the lexicon all rooms share. */

/** 原标题：…, alone in its paragraph; also 本文原标题为… */
const ORIGINAL_TITLE = /^[（(【[]?\s*(?:本文)?\s*原(?:标题|標題|题|題)\s*[：:为]\s*(.{2,160})$/u;
const CREDITED = /[\s（(]+(?:来源|转自|來源)\s*[：:]\s*([^（）()。！？!?]{2,40}?)\s*[）)]?$/u;
const CLOSERS: Record<string, string> = { '）': '（', ')': '(', '】': '【', ']': '[' };

/** What a line 原标题：… says, and whom it credits when 来源：… stands on the same line. */
export function originalTitleOf(line: string): { title: string; origin?: string } | undefined {
  let title = ORIGINAL_TITLE.exec(line.trim())?.[1]?.trim();
  if (title === undefined) return undefined;
  const origin = CREDITED.exec(title);
  if (origin) title = title.slice(0, origin.index);
  for (let opener = CLOSERS[title.at(-1) ?? '']; opener !== undefined; opener = CLOSERS[title.at(-1) ?? '']) {
    if (title.split(opener).length >= title.split(title.at(-1)!).length) break;
    title = title.slice(0, -1).trim();
  }
  title = title.replace(/^《([^《》]*)》$/u, '$1').trim();
  if (title.length < 2) return undefined;
  return origin ? { title, origin: origin[1]! } : { title };
}

/** 责任编辑：某某, with what stands around it: （责编：…）, 编辑 某某 审核 某某 */
export const EDITOR_LINE =
  /^[（(【[]?\s*(?:本文)?(?:责任编辑|责编|编\s?辑|值班编辑|网络编辑|新媒体编辑|editor)\s*[：:／/|\s]\s*([^（）()【】[\]。！？!?]{1,60}?)\s*[）)】\]]?$/i;

/** 来源：某某 at the end of a body */
export const ORIGIN_LINE =
  /^[（(【[]?\s*(?:文章|稿件|信息|新闻|本文)?\s*(?:来源|稿源|转自|摘自)\s*[：:]\s*([^（）()【】[\]。！？!?]{2,40}?)\s*[）)】\]]?$/;

/** A short paragraph (up to about 60 characters) that only advertises, by the whole of what it says. */
export const PROMO_LINE =
  /(海量资讯|精准解读).{0,16}(APP|客户端)|(?:长按|扫描|扫码|扫一扫|识别).{0,14}(?:二维码|关注|下载|查看|阅读|加入|公众号)|关注.{0,16}(?:公众号|微信号|官方微信)|(?:点击|打开|下载).{0,14}(?:APP|客户端|小程序)|更多精彩.{0,20}(?:请关注|尽在|下载)|(?:添加|加)(?:小编|客服)?微信|24小时滚动播报|最新的?财经资讯和视频|股市回暖|(?:上|用)新浪财经|抄底炒股先开户|炒股就看.{0,20}研报|(?:开户|福利|领取|服务|金股|送给?你?|点击).{0,30}>>\s*$/i;

/** Style sheets left in the text: `.a { b: c }` */
export const DEAD_CSS =
  /^(?:\s*(?:@media[^{]{1,80}\{|[.#]?[\w-][\w\s.,#:>*()[\]="'-]{0,160}\{[^{}]{0,2000}\}\}?))+\s*$/;

/** Addresses and names of QR codes. */
export const QR_NAME =
  /(^|[^a-z])(qr|qr[-_]?code|erweima|ewm|appendqr|weixin[-_]?code|wx[-_]?code)([^a-z]|$)|appendQr|qrcode|二维码/i;

/** A publisher's automatic link from a word to a quotation page. */
export const STOCK_LINK =
  /(?:stock|quote|quotes|finance|gu(?:piao)?|realstock|hq)[^?#]{0,80}?(?:\/|=|\b)(?:(?:sh|sz|bj)\d{6}|(?:hk)?\d{5,6}|[a-z]{1,5})(?:[./?#&]|\/nc|$)/i;
