import type { PictureSource } from '../../kit/html/picture-source.ts';
import { attr, type Element } from '../../kit/html/tree.ts';

const NAME =
  /(^|[\W_])(qr|qrcode|qr-code|append_?qr|zxcode|ercode|2dcode|codeimg|author|autor|byline|writer|erweima|ewm|wxcode|weixin|wechat|logo|icon|ico|avatar|spacer|pixel|tracker|tracking|beacon|badge|emoji|smiley|smilies|emoticon|sprite|button|btn|arrow|share|banner|advert|adv|ads?|sponsor|captcha|gravatar|rating|star|stars|favicon|thumbup|like|dislike|app-?download|appstore|googleplay|facebook|twitter|weibo|qzone|whatsapp|telegram|loading|blank|blocker|paywall|guanggao|touxiang|headimg|userhead|userpic|portrait-small|profile-pic|author-?(?:img|image|photo|pic|avatar))([\W_\d]|$)/i;
const ALT =
  /二维码|扫码|扫一扫|公众号|logo|头像|广告|app下载|客户端|^(icon|avatar|share|advertisement|loading|facebook|twitter|instagram|whatsapp|email|print|search|menu|close)$|^(photo|picture|portrait|headshot|image|foto|bild|avatar) (of|von|de) the author|qr code/i;
/** A lazy loader's word for a picture that is not there yet. */
const LOADING = /(?<=^|[\s_-])(?:loading|blank)(?=[\s_-]|$)/gi;
const DRAWN = /\.svg([?#]|$)/i;
const FILE =
  /^data:|[/_-](1x1|pixel|blank|spacer|transparent|grey|gray)[._-]|\.ico([?#]|$)|doubleclick|googlesyndication|\/ads?\/|adserver|scorecardresearch|analytics|gravatar\.com|\/avatars?\/|\/authors?\/|\/autoren?\/|\/(?:css|templates?|skins?|tpl|themes?)\/[^?]{0,120}\.(?:gif|png)|\/emoji\/|\/smil|feedburner|\/qrcode|[/_-]newsletters?[_-]?(?:sign-?up|box|teaser|promo|banner)/i;

/** Pixels: WordPress cuts its thumbnails to 150 × 150, which stand in lists and cards. */
const THUMBNAIL = 150;
const QR = /(?:^|[\W_])(?:qr_?-?code|qrcode|erweima|ewm|zxcode|2dcode|wxcode|ercode)(?=[\W_\d]|$)/i;

/** Why a picture is not one of the article's: `qr`, `name`, `small` …; `drawn` a diagram or a sign; `not loaded` may be anything; undefined when it may be. */
export function pictureFurniture(
  element: Element,
  source: PictureSource,
  around: string,
  figure: boolean,
): string | undefined {
  const { src, width, height } = source;
  if (FILE.test(src)) return 'file';
  if (QR.test(src.replace(/^https?:\/\/[^/]+/, ''))) return 'qr';
  if (width !== undefined && width < 80) return 'small';
  if (height !== undefined && height < 60) return 'small';
  // n.example/w880h180/a.png: many stores write the size into the address
  const size = /[/_-]w?(\d{2,4})[xh](\d{2,4})(?=[/_.-])/.exec(src);
  if (size && Number(size[1]) / Number(size[2]) > 4) return 'ratio';
  if (size && Number(size[1]) <= THUMBNAIL && Number(size[2]) <= THUMBNAIL) return 'small';
  // a_w16_h16.png
  const told = /_w(\d{1,4})_h(\d{1,4})(?=[_.])/.exec(src);
  if (told && (Number(told[1]) < 80 || Number(told[2]) < 60)) return 'small';
  if (width !== undefined && height !== undefined) {
    if (width / height > 6 || height / width > 8) return 'ratio';
    if (width * height < 14_000) return 'small';
  }
  const style = attr(element, 'style') ?? '';
  const styled = /(?:^|;)\s*width\s?:\s?(\d{1,4})px/i.exec(style);
  if (styled && Number(styled[1]) < 60) return 'small';
  if (/display\s?:\s?none/i.test(style)) return 'hidden';
  const alt = `${attr(element, 'alt') ?? ''} ${attr(element, 'title') ?? ''}`.trim();
  if (alt.length < 60 && ALT.test(alt)) return 'alt';
  const drawn = DRAWN.test(src) ? 'drawn' : undefined;
  if (figure) return drawn;
  const names = `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`;
  if (NAME.test(names)) return NAME.test(names.replace(LOADING, '')) ? 'name' : 'not loaded';
  if (NAME.test(around)) return 'around';
  const path = src.replace(/^https?:\/\/[^/]+/, '').split(/[?#]/)[0] ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (file.length < 40 && NAME.test(file.replace(/\.[a-z]{3,4}$/i, ' '))) return 'file name';
  // return.gif, next_page.jpg: a word and no number is a button
  if (
    width === undefined &&
    /^[a-z_]{2,14}\d?\.(?:gif|jpg|png)$/i.test(file) &&
    /\/(?:images?|img|pic|css|static|common|public)\/[^/]*$/i.test(path)
  )
    return 'button';
  return drawn;
}
