/** Names of classes and ids, as sites use them; matched against `class id` in lower case. */

const word = (names: string): RegExp =>
  new RegExp(`(^|[\\s_-])(${names.trim().split(/\s+/).join('|')})s?(?=$|[\\s_-])`);

/** Boxes that are never part of an article, wherever they stand. */
export const FURNITURE = word(`
  nav navbar submenu topbar footer colophon sidebar breadcrumb breadcrumbs crumb crumbs crumbtrail weizhi dangqian
  share sharing sharebar sharethis share-tools addthis sns follow-us bdsharebuttonbox bshare article-tools
  related-posts related-articles related-links relatednews recommend recommended recommends recommendation recommendations recirc recirculation readmore read-more read-next readnext more-news more-stories most-read mostread hot-news hotnews xiangguan tuijian guess-like you-may-like outbrain taboola zergnet
  comment comments commentlist comment-list disqus disqus_thread respond replies pinglun reader-comments livefyre
  subscribe subscription newsletter signup sign-up regwall optin mailing-list
  advert advertise advertisement advertising adsbygoogle adbox ad-slot adslot ad-container dfp gpt sponsored promotion promotions app-download appdownload download-app openapp
  cookie cookies gdpr consent
  taglist biaoqian author-bio author-box authorbox about-author aboutauthor bio-box byline-bio
  copyright shengming banquan mianze pre-next pagination pager page-nav pagenav paging page-links shangyipian
  erweima ewm qrcode qr-code appendqr weixin-code scan-code
  skip-link screen-reader-text sr-only visually-hidden
  jump-links table-of-contents
  related relate promo promoted sponsor registration paywall piano login register widget-area secondary-sidebar saboxplugin-wrap player-bottom playerbottom playercontrol player-control mplayer-controls jw-controls vjs-control-bar saboxplugin-tab post-author-box newsletter-box more-stories
  modal popup overlay lightbox onetrust ot-sdk-container ot-pc ot-pc-content onetrust-pc-sdk cookie-banner cookiebanner qc-cmp2-container cmpbox gdprbar
`);

/** Words that sites also give to parts of articles: such a box goes only when it holds no prose to speak of. */
export const DOUBTFUL = word(`
  navigation menu foot aside position social socials toolbar tools tool-bar popular trending reply ad ads banner teaser teasers cta tooltip tag tags tag-list post-tags keywords disclaimer legal prev next prevnext widget widgets print-only noprint hidden-print toc rating votes poll carousel swiper slider disclaimers
`);

/** Said to screen readers only, or hidden by a class. */
export const UNSEEN = word(`
  visually-hidden visuallyhidden sr-only screen-reader-text h-offscreen offscreen skip-link skip-to skiplink dis-none d-none display-none is-hidden
`);

/** Parts that a reader unfolds: answers below their questions. */
export const FOLDED = word(`
  accordion collapse collapsible faq expandable foldable details-content toggle-content
`);

/** Small boxes inside a body that say who, when, where from, or what a picture shows: read into fields, then out. */
export const CREDITS = word(`
  byline bylines author authors author-name author-info author-details author-detail author-content author-bio post-author about-author contributor
  pubdate pub-date publish-date date-published post-date entry-date article-date timestamp publishdate article-info post-info news-info story-info
  article-meta post-meta entry-meta meta-info story-meta content-meta meta-data info-bar article-byline
  caption captions image-caption photo-caption wp-caption-text caption-text img-caption picture-caption media-caption figure-caption credit credits photo-credit image-credit credit-caption attribution img-descr img_descr
  trust-badge trust-badge-container disclosure commerce-disclosure affiliate-disclosure affiliate-disclaimer kicker rubric eyebrow read-time reading-time word-count counters source-link statement post_statement post-statement declare shengming copyright-notice
`);

/** Boxes that are likely the article's own. */
export const BODY = word(`
  article-body articlebody article-content articlecontent article__body article__content article-text articletext article_content article_body article_text article-main article-detail
  story-body storybody story-content story__body story-text entry-content entrycontent post-content postcontent post-body postbody post_body post_content post-text blog-content
  content-body body-content main-content maincontent main_content news-content newscontent news_content news-text news_txt newstext con_txt text-content content-text rich-text richtext
  trs_editor trs_web view artibody js_content endtext contenttxt zoom ucap-content rm_txt_con wz_content wzcontent txtcont txt_con detail-content detail_content xl-content cont_txt neirong zhengwen
  body-copy bodytext copy-body rte wysiwyg prose field-name-body paywall-content c-article-body
`);

/** Attributes that say it outright. */
export const BODY_PROPERTY = /^(articlebody|text)$/i;

/** Names of furniture that are also given to what stands behind it: the paid part of an article. */
export const WALL = word(`
  subscribe subscription signup sign-up regwall optin paywall piano login register registration promotion promo sponsor sponsored gpt consent widget-area
  sidebar secondary-sidebar modal popup overlay lightbox
`);
