/**
 * A short line that, by the whole of what it says, belongs to the page: `^…$` over the trimmed text. `u` takes twice the time to compile:
 * only for patterns with \p in them.
 */
const lines = (patterns: string, flags: 'i' | 'iu' = 'i'): RegExp =>
  new RegExp(
    `^(?:${patterns
      .trim()
      .split('\n')
      .map((p) => p.trim())
      .join('|')})$`,
    flags,
  );

/** Anywhere in the body. Longer lines (see trim-blocks) are never tried. */
export const FURNITURE_LINE = lines(`
  (image|photo|foto|bild|slide|picture)?\\s*\\d{1,3}\\s*(of|/|von|de|sur|di|av|из|/ ?of)\\s*/?\\s*\\d{1,3}\\s*[|:]?
  (video|audio|duration|dauer|durée|duración|length|时长)?\\s*[:：]?\\s*(\\d{1,2}:)?\\d{1,2}:\\d{2}\\s*(min\\.?|uhr)?(\\s?/?\\s?(\\d{1,2}:)?\\d{1,2}:\\d{2})?
  \\d{1,3}([:.]\\d{2})?\\s?min(\\.|uten|utes|s)?([. ]+(verfügbar|available|read).{0,40})?
  (image|photo|picture) (copyright|caption|source|credit).{0,60}
  media playback is (unsupported|not supported) on (your|this) device
  rechte\\s*[:：].{0,60}
  link (des videos|zum video|kopiert)
  [^.!?]{0,60}[|/]\\s*(getty images|reuters|ap( photo)?|afp|epa|shutterstock|istock|alamy|imago|dpa)( [^.!?|]{0,20})?
  .{0,60}\\b(enable|activate|activez|activer|aktivieren|activa|habilite|ativar|включите)\\b.{0,24}javascript.{0,120}
  .{0,50}javascript.{0,50}\\b(aktivieren|enabled|required|requires|needed|disabled)\\b.{0,80}
  this (slideshow|page|site|video|gallery) requires javascript\\.?
  empfohlener (redaktioneller|externer) inhalt
  (an dieser stelle|hier) (finden|finde|findest|würde|befindet|sehen|stand) .{0,60}(extern|drittanbieter|instagram|twitter|facebook|youtube|tiktok|datawrapper|podcast).{0,140}
  ich (bin damit einverstanden|stimme zu|willige ein).{0,160}
  ein klick für den datenschutz
  für die darstellung von .{0,190}
  extern(er|e) inhalte?( .{0,100})?
  .{0,30}box (aufklappen|zuklappen).{0,40}
  (este|ce|questo|dit|dette|detta|этот) (contenido|contenu|contenuto|innhold|innehåll|контент) .{0,160}
  this (content|article|story) is (reserved|available|only available|exclusive|for subscribers|locked).{0,100}
  (register|subscribe|sign in|log in|sign up)( now| today| here)? ?(/|or|to) (sign in|register|log in|read|unlock|continue|access|view|subscribe).{0,120}
  (create|already have) an account.{0,100}
  thanks? (you )?for (sharing|subscribing|signing up|reading|registering).{0,60}
  (read|see|click|find out|learn)( much)? more( (on|about|at|here|in|from).{0,60})?[:.»>…]*
  (also|further|continue|keep) read(ing)?( below| the .{0,30})?:?.{0,90}
  (related|recommended|popular|more|trending|latest|other|similar|suggested|most read)( (article|stor|post|topic|read|news|content|video|link|coverage)\\S{0,3}){1,2}( .{0,30})?:?
  (see|read|watch|more|related|also|must|don't miss|listen|video|photos|gallery)( also| more| now| next| to this story)?\\s?[:|].{3,140}
  (please )?(sign|log)[- ]?(up|in|on)( (to|for|here|now)\\b.{0,100})?[.!]?
  subscribe( (to|now|for|here|today)\\b.{0,100})?[.!]?
  (advertisement|advertising|sponsored( content)?|ad|promoted|anzeige|werbung|publicité|publicidad|annons|reklam|mainos|advertentie)
  (tags?|topics?|filed under|categories|labels|keywords|posted in|tagged)\\s*[:：].{0,150}
  (photo|image|picture|foto|bild)( (credit|source|courtesy))?\\s*[:：].{0,60}
  (skip|jump|back) to .{0,40}
  (next|previous|prev)( (article|post|story|page))?
  (loading|please wait)\\W*
  (story continues below|article continues below|continues after).{0,60}
  our standards:.{0,80}
  sharing is caring[.!]*
  ادارہ .{2,60} متفق ہونا ضروری نہیں.{0,10}
  \\(?(additional )?(reporting|editing|writing|compiled) by .{3,150}
  \\[(related|read|more|see|also)\\b.{0,140}\\]
  this (post|article|page|story) (may )?contains? (affiliate|sponsored).{0,120}
  (please )?follow .{0,80}(on|at) (facebook|twitter|instagram|x|telegram|whatsapp|linkedin).{0,80}
  (watch|listen)( now| live| below)?[.:!]?
  (advert|publicidade|publicidad|advertorial|sponsored by .{0,40})
  (article|story) (content|continues)
  (most (read|popular|viewed|shared|commented|watched)|trending|top (stories|headlines))( (in|on|from|now|today|stories|articles|news)\\b.{0,30})?:?
  advertisement( \\d{1,2})?|.{0,12}advertisement has not loaded.{0,60}
  (author|writer)s? of (the|this) (article|story|post)\\s*:?
  social sharing
  (we apologi[sz]e, but )?this video has failed to load\\.?|try refreshing your browser.{0,60}|tap here to see other videos.{0,40}
  click here to (open|view|subscribe|watch|download|sign up|register)\\b.{0,60}
  (source|sources|quelle|quellen|fonte|fuente|källa|lähde|źródło|kaynak)( artykułu)?\\s*[:：].{0,80}
  (czytaj|zobacz|przeczytaj)( także| też| również| wideo)\\s*:?.{0,130}
  (baca|lihat|simak) (juga|selengkapnya)\\s*:?.{0,130}
  (ayrıca|ilginizi|bunlar da).{0,20}(çekebilir|bakın|oku).{0,80}
  (xem|đọc) thêm\\s*:?.{0,130}
  (إقرأ|اقرأ) (أيضا|أيضاً|المزيد).{0,120}
  (यह|ये) (भी|भी) पढ़ें.{0,120}
  (lire|voir|à lire) (aussi|également|plus).{0,120}
  (leggi|guarda) anche.{0,120}
  (lees|les|läs|lue|læs) (ook|også|også|myös|mer|meer|mere).{0,110}
  (читайте|смотрите) (также|тоже).{0,110}
  (相关|相關|延伸|推荐|推薦|更多|热门|熱門|精彩|猜你喜欢|猜您喜欢|往期|最新|近期)(阅读|閱讀|新闻|新聞|文章|推荐|推薦|内容|內容|资讯|链接|链結|回顾|热点|专题|报道|報導)?\\s*[:：>»]*
  (?:点击|點擊)?(?:阅读|查看|閱讀|查閱)(?:原文|全文|更多).{0,20}
  (关键词|关键字|關鍵字|标签|標籤|tags?)\\s*[:：].{0,120}
  (版权|版權|著作权)(声明|聲明|所有|归).{0,140}
  (免责|免責)声明.{0,140}
  [（(【[]?(责任编辑|责编|責任編輯|編輯|编辑|校对|校對|审核|审校|编审|监制|值班编辑|网络编辑|责任校对|初审|复审|终审|签发)\\s*[:：丨|／/ ].{1,60}
  [（(【[]?(来源|稿源|文章来源|信息来源|新闻来源|本文来源|原文链接|原标题|原題|稿件来源)\\s*[:：].{1,80}
  [【\\[]?(打印本页|打印|关闭窗口|关闭|返回)[】\\]]?\\s*[【\\[]?(打印本页|关闭窗口|关闭|返回顶部|返回)?[】\\]]?
  (发布日期|发布时间|更新时间)\\s*[:：].{0,60}
  .{0,10}(推荐阅读|延伸阅读|相关阅读|相关新闻|相关报道|往期回顾|往期推荐|阅读更多)\\s*[:：].{0,120}
  .{0,24}(转载|轉載)(请|務|时|須|须|需).{0,40}(注明|註明|联系|授权|出处).{0,40}
  [（(【\\[]?(本文)?(原标题|原題|原题|原题为|原标题为)[为]?\\s*[:：《].{1,100}
  (本报|本网|本站|新华社|人民网)?(图文|文字|文|图|摄影|摄像|撰文|策划|制图|美编|视频|出品|审稿|统筹|监审|制作|记者|通讯员|作者|来源|責編|责编|校对|编辑|供稿|供图)\\s*[|｜丨│/／]\\s*.{1,60}
  看都看完了.{0,40}
  \\d{1,2}、回复【.{1,20}】.{0,40}
  .{0,8}((点个|点击|点亮|点一下)[“"【「]?|[“"【「])(在看|点赞|分享)[”"】」]?.{0,10}[！!]?
  点击(菜单栏|下方|上方|左下角|蓝字|标题|关注).{0,50}
  [【\\[（(]?(广告|推广|赞助|赞助内容|广告位|特约|AD)[】\\]）)]?
  (举报|投诉|我要举报|不感兴趣|展开全文|阅读全文|展开|收起|查看更多|加载更多|加载中.{0,6})
  海量资讯.{0,40}
  \\$\\$\\w{1,40}\\$\\$|\\{\\{[^{}]{1,60}\\}\\}|%%\\w{1,40}%%
  notice: the content above .{0,150}
  .{0,16}(正在为您|请稍候|播放速度|倍速|秒会员跳过广告).{0,30}
  ([\\d.]{1,4}x|高清|标清|超清|流畅|自动|720p|1080p|480p)
  (关键词|关键字)\\s*(>>|»|[:：]).{0,120}
  (编辑|责编|校对|审核|来源|记者|作者)\\s*[:：]?
  (责任编辑|責任編輯|编辑|责编)\\s*[:：]\\s*
  (网友|用户|全部|热门|最新)?评论(\\(?\\d*\\)?|列表|区).{0,16}
  我要(评论|分享|收藏|投诉|反馈|爆料).{0,20}
  (関連|おすすめ|人気|あわせて読みたい)(記事|ニュース|リンク|キーワード)?.{0,24}
  (この記事|記事)(を|の)(シェア|共有|印刷|感想|続き|写真).{0,30}
  (관련|추천|인기|많이 본)\\s?(기사|뉴스|글).{0,24}
  .{0,30}(무단\\s?전재|재배포\\s?금지).{0,40}
`);

/** Labels of buttons. As a heading or a cell such a word is the article's. */
export const LABEL_LINE = lines(`
  (facebook|twitter|x|x \\(twitter\\)|whatsapp|e-?mail|mail|telegram|linkedin|pinterest|reddit|flipboard|pocket|threads|bluesky|line|tumblr|messenger|instagram|youtube|copy link|कॉपी लिंक|link kopieren|copier le lien|copiar enlace|新浪微博|微博|微信|微信好友|qq空间|qq好友|朋友圈|豆瓣|はてなブックマーク|카카오톡|트위터|페이스북)
  (tags?|comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|yorumlar|комментарии|댓글|コメント|feedback|fehler melden|drucken|imprimer|imprimir|stampa|skriv ut|print|top|previous|next|follow|subscribe|menu|home|login|log in|sign in|register|abonnieren|merken|anhören|vorlesen|s'abonner|suscribirse|подписаться)
  (close|caption|captions|play|pause|mute|unmute|search|menu|listen|video|videos|gallery|social sharing|share|teilen|partager|compartir|condividi|compartilhar|dela|del|delen|paylaş|udostępnij|поделиться|bagikan|chia sẻ|공유|공유하기|シェア)
`);

/**
 * Lines that may also be sentences of an article: never where paragraphs stand on both sides and the line ends like one of them, and
 * never an item of an enumeration.
 */
export const MAYBE_LINE = lines(`
  (all rights reserved|copyright|©|\\(c\\)).{0,150}
  .{0,150}\\b(all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati)[.!]?
  (share|print|email|save|tweet|pin)( (this|on|via|to|the|it)\\b.{0,40})?:?
  (share|follow|find|join|like) (us|this|on|via)\\b.{0,80}
  (get|receive|sign up (for|to)|subscribe to) .{0,80}(newsletter|inbox|email|alert|briefing)s?\\b.{0,80}
  .{0,40}(our|free|daily|weekly|this) .{0,20}(newsletter|email list|mailing list|whatsapp channel|telegram channel).{0,80}
  (comments?|leave a (comment|reply)|join (the|in the|thought-provoking) (conversation|discussion)s?|view comments|no comments|\\d+ comments?|post a comment|would you like to comment on this (article|story)|please read our comments? policy).{0,80}
  (have|got|do you have) (a|an) (news )?(tip|story|question|opinion|comment).{0,140}
  (we want to hear from you|tell us what you think|what do you think\\?|let us know in the comments).{0,120}
  (get|download|install|click here to get) .{0,40}\\b(apps?|on the go)\\b.{0,60}
  (this (article|story|post|piece) (was|is|has been|originally) .{0,60}(published|appeared|republished|syndicated|translated|updated|reposted)|originally published|first published (in|on|by)|reprinted with permission).{0,140}
  (the )?views (and opinions )?expressed .{0,160}
  (citation|more information|journal information|provided by|explore further|contact|media contact)s?\\s*[:：].{0,190}
  this document is subject to copyright.{0,190}
  .{0,60}(terms of (use|service)|privacy (policy|notice)).{0,110}
  (mehr|weiteres|alles|weitere (artikel|informationen|nachrichten|themen|infos|news))( (zum thema|dazu|hierzu|zu .{2,40}|aus .{2,40}))?\\s*[:：].{0,120}
  (lesen|hören|sehen|schauen) sie (auch|hier|mehr|dazu|jetzt).{0,120}
  (lesen sie|lies|weiterlesen|auch interessant|das könnte sie auch interessieren|passend dazu|mehr zum thema|mehr dazu|zum thema)\\b.{0,100}
  .{0,70}\\b(newsletter|whatsapp-kanal|push-nachrichten|news-app|nachrichten-app)\\b.{0,100}
  (folgen sie|folg(e|st du)|abonnieren sie|abonniere|jetzt (abonnieren|anmelden|registrieren|testen)).{0,120}
  (dieser (artikel|text|beitrag) (ist|wurde|erschien|stammt)|dieses thema im programm).{0,160}
  ((sie haben einen )?fehler gefunden|hat ihnen (dieser|der) (artikel|beitrag|text) gefallen|.{0,60}abgelegt unter|hinweis der redaktion|anmerkung der redaktion|transparenzhinweis|redaktioneller hinweis).{0,140}
  mit (material (der|von)|agenturmaterial).{0,60}
  \\(?(dpa|afp|ap|reuters|sda|apa|kna|epd)([/, -]+[a-zäöü]{2,7}){0,3}\\)?\\.?
  (il vous reste|la suite (de cet article )?est réservée|article réservé|cet article est réservé|déjà abonné|abonnez-vous|inscrivez-vous|retrouvez (tous|toute|notre)).{0,140}
  (suivez|suscríbete|síguenos|sigue|regístrate|apúntate|únete) .{0,120}
  (lee|leer|vea|ver|lea) (también|además|más)\\b.{0,110}
  (te puede interesar|más información|más noticias|le puede interesar|noticias relacionadas|noticia relacionada|contenido exclusivo)\\b.{0,110}
  (leia|veja|saiba|confira|assine|siga|receba|clique) (também|mais|ainda|aqui|agora|o|a|no|as)\\b.{0,110}
  (iscriviti|segui|abbonati|riproduzione riservata|leggi|scopri) .{0,110}
  © ?riproduzione riservata.{0,60}
  (följ|prenumerera|läs|abonnér|følg|les|seuraa|tilaa|volg|abonneer|lees|meld je aan) .{0,30}(oss|på|nyhetsbrev|mer|flere|meitä|uutiskirje|ons|nieuwsbrief|meer|hier)\\b.{0,100}
  (zapisz się|zaloguj|dołącz|subskrybuj|obserwuj|udostępnij|skomentuj|zgłoś|podziel się|źródło|oprac\\.|opracował).{0,100}
  (подпишитесь|подписывайтесь|читайте|присоединяйтесь|следите|источник|фото)\\b.{0,110}
  (abone ol|takip edin|haberin devamı|kaynak|bizi .{0,20}takip|haberi paylaş).{0,100}
  (cek berita|ikuti|dapatkan|simak|selanjutnya|saksikan|bergabung|gabung|kunjungi)\\b.{0,120}
  \\d+ dari \\d+ halaman
  (mời (bạn|quý)|theo dõi|tham gia|ý kiến|bình luận|chia sẻ)\\b.{0,90}
  (कॉपी लिंक|शेयर|खबरें और भी हैं|और पढ़ें|इसे भी पढ़ें|हमें फॉलो|हमारे (व्हाट्सएप|चैनल)).{0,100}
  (تابع|اشترك|للمزيد|اقرأ|شارك)\\b.{0,90}
  (글자크기|글자 크기|기사 ?(저장|공유|스크랩|상세)|좋아요|공유하기|댓글|구독|이 기사(가|를|에)|ⓒ|©|저작권자|제보|네이버에서|카카오톡).{0,90}
  .{0,30}(기자|특파원)? ?[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+.{0,20}
  (この記事|記事|続き|会員|無料|有料|シェア|ツイート|印刷|関連|写真|画像|動画)(を|は|の|が)?.{0,12}(読む|見る|登録|限定|する|一覧|こちら|残り|もっと).{0,30}
  この(記事|続き)は.{0,20}(会員|有料|定期購読|限定).{0,40}
  .{0,40}(会員登録|無料登録|新規登録|ログイン|読み放題|定期購読|会員の方|メールマガジン).{0,60}
  (残り|あと)\\s?[:：]?\\s?\\d+\\s?文字.{0,20}
  (分享到|分享至|分享|转发|轉發|收藏|打印|列印|关闭|關閉|返回顶部|返回|纠错|我要纠错|字号|字體|评论|留言|点赞|赞|顶|踩).{0,24}
  (上一篇|下一篇|上一页|下一页|上篇|下篇|上一條|下一條|首页|末页|尾页)\\s*[:：]?.{0,80}
  .{0,24}(未经|未經).{0,16}(授权|授權|许可|許可|允许|允許|同意|书面).{0,100}
  .{0,30}(扫一扫|扫描|长按|识别|扫码).{0,24}(二维码|关注|下载|阅读|分享|公众号|加入).{0,30}
  .{0,16}(关注|订阅).{0,20}(公众号|微信号|官方微信|微博).{0,30}
  .{0,20}(下载|打开|点击).{0,12}(APP|客户端|小程序).{0,30}
  (特别|重要|郑重|平台|风险|版权|免责)?(声明|提示|说明)\\s*[:：].{0,158}
  .{0,24}(公众号|视频号|抖音号|官方微博|客户端)\\s*[:：]?[^，。！？]{0,16}
  .{0,12}(报料|爆料|投稿|热线|新闻热线)(电话|邮箱|热线)?\\s*[:：].{0,80}
  (本文|文章|以上)(仅|内容|只|系|为|不).{0,16}(观点|立场|代表|参考|建议).{0,80}
`);

/** The end of a caption: who owns the picture. Counts only beside one. */
export const PICTURE_CREDIT = new RegExp(
  [
    /(?:^|[\s(|–—-])(?:bildrechte|bildquelle|foto|fotos|bild|photo|photograph|image|picture|credit|copyright|©|fotografie|illustration|imagen|imagem|immagine|снимок|фото|fotoğraf|zdj\.?)\s*(?:credit|by|courtesy of|de|di|:|©|\/|\|)[\s:]*[^.!?]{2,70}[)\]]?$/u,
    /(?:\s[-–—|]\s*|^)(?:copyright|tous droits réservés|all rights reserved)\b.{0,80}$/u,
    /[(|/:,\s](?:getty images|ap photo|reuters|afp|epa|imago(?: images)?|shutterstock|istock|alamy|unsplash|keystone|picture[- ]alliance|anadolu|xinhua)(?:[^.!?]|(?<=\b\p{Lu})\.){0,30}[)\]]?$/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);

/** Begins the end: such a line and all after it in the body go, when it stands in the last part. */
export const END_LINE = lines(`
  (related|recommended|more|popular|trending|latest)( (?!of\\b|to\\b|for\\b)\\S{1,16}){0,2} (stories|articles|posts|news|content|reading|links|coverage|videos|topics)( .{0,30})?:?
  (about the (author|writer)s?|author bio|the author)\\s*:?
  \\d+ (thoughts?|responses?|replies|reply|comments?)( (on|to) .{0,150})?
  (top|top rated|latest|recent|popular|reader|readers'?) comments( \\(\\d+\\))?
  (comments?|\\d+ comments?|leave a (reply|comment)|join the conversation|discussion)\\s*:?
  (相关|相關|延伸|推荐|推薦|热门|熱門|精彩|猜你喜欢|往期|更多)(阅读|閱讀|新闻|新聞|文章|推荐|推薦|资讯|内容|链接|专题|报道|精彩)\\s*[:：>»]*
  (网友评论|评论列表|全部评论|发表评论|热门评论)\\s*.{0,10}
  (関連記事|おすすめ記事|関連リンク|関連ニュース|あわせて読みたい|人気記事|最新記事|(アクセス)?ランキング|前後の記事)
  (관련|추천|인기|많이 본|주요|최신) ?(기사|뉴스|글)
  folgst du (schon )?.{2,40} auf (whatsapp|instagram|facebook|tiktok|telegram)\\?
  (mehr zum thema|weitere (artikel|nachrichten|themen|beiträge|meldungen)|das könnte (sie|dich) (auch )?interessieren|meistgelesen|meist gelesen|auch interessant|lesen sie auch|neueste artikel|top-?artikel|themen|kommentare( \\(\\d+\\))?|schlagworte|quellen?)\\s*:?
  (à lire aussi|lire aussi|sur le même (sujet|thème)|les plus lus|dans la même (rubrique|catégorie)|articles? (liés|similaires)|commentaires?|voir aussi)\\s*:?
  (noticias? relacionadas?|lo más (leído|visto)|más noticias|te puede interesar|artículos? relacionados?|comentarios?|temas|últimas noticias)\\s*:?
  (leia (também|mais)|veja também|mais lidas|notícias relacionadas|comentários?|últimas notícias)\\s*:?
  (leggi anche|articoli correlati|i più letti|commenti|potrebbe interessarti( anche)?)\\s*:?
  (läs (mer|också|även)|les (mer|også)|læs (mere|også)|lue (myös|lisää)|lees (ook|meer)|meest gelezen|mest lest|mest läst|mest læst|gerelateerd|kommentarer|reacties)\\s*:?
  (czytaj (też|także|również|więcej)|zobacz (też|także|również)|polecane|najczęściej czytane|komentarze( \\(\\d+\\))?|powiązane (artykuły|tematy))\\s*:?
  (читайте (также|ещё|еще)|по теме|похожие (статьи|новости)|другие новости|материалы по теме|комментарии|самое (читаемое|популярное)|отзывы|популярное)\\s*:?
  (ilgili haberler|diğer haberler|çok okunan(lar)?|yorumlar|benzer haberler|önerilen haberler)\\s*:?
  (baca juga|berita terkait|artikel terkait|terpopuler|komentar|berita lainnya)\\s*:?
  (tin liên quan|tin cùng chuyên mục|bài liên quan|xem thêm|đọc nhiều|bình luận)\\s*:?
  (यह भी पढ़ें|संबंधित (खबरें|ख़बरें|समाचार)|खबरें और भी हैं).{0,6}
  (مواضيع|أخبار|مقالات) (ذات صلة|متعلقة)|اقرأ أيضا
  (you may also like|you might also like|don't miss|what to read next|see also|read next|up next|from around the web|more from .{1,40})\\s*:?
`);

/** Of those, what begins the readers' part, which may be longer than the article. */
export const COMMENTS_LINE = lines(`
  \\d+ (thoughts?|responses?|replies|reply|comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|kommentarer|yorum|комментари\\S{1,3})( .{0,150})?
  (top|top rated|latest|recent|popular|reader|readers'?)? ?comments( \\(\\d+\\))?
  (kommentare|commentaires|comentarios|comentários|commenti|reacties|kommentarer|komentarze|yorumlar|комментарии|komentar|bình luận|コメント|댓글|评论|網友評論|网友评论|全部评论|热门评论|最新评论|读者评论)( ?[（(]\\d+[)）]| \\d+)?\\s*:?
  (leave|post|write|add) (a|your) (reply|comment)
`);

/** Whose the page is: how the line at its foot begins, or what it says in few words. No picture's owner is named with a year. */
export const COPYRIGHT =
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}\b|[^\d.!?]{2,60}(?:19|20)\d{2}\b)|^.{0,120}\ball rights reserved\b.{0,80}$/i;

/** A wall: what follows, to the end or to where the text goes on, asks for money or an account. */
export const WALL_LINE = lines(`
  (this|the rest of this|the full) (content|article|story|post) is (reserved|available|only available|exclusive|exclusively|for (paid )?subscribers|for members|locked).{0,120}
  (continue|keep) reading (with|by|for free).{0,100}
  (already a subscriber|already a member|subscribe to (continue|keep) reading|to continue reading).{0,100}
  (dieser (artikel|inhalt|text)|der (volle|ganze|vollständige) (artikel|text)) .{0,40}(abonnent|abonnement|plus-mitglied|mitglieder|registrierte).{0,80}
  (weiterlesen mit|jetzt weiterlesen|sie haben bereits ein abo|bereits abonnent).{0,100}
  (il vous reste .{0,30} à lire|la suite est réservée|cet article est réservé|article réservé aux abonnés|contenu réservé|déjà abonné).{0,120}
  (este (contenido|artículo) es (exclusivo|solo)|contenido exclusivo para|para seguir leyendo|ya soy suscriptor).{0,100}
  (contenuto riservato|questo (articolo|contenuto) è (riservato|disponibile)|per continuare a leggere).{0,100}
  (この(記事|続き)は.{0,20}(会員|有料|定期購読)|続きを読むには|ここから先は|有料会員になると|残り\\s?[:：]?\\s?\\d+\\s?文字).{0,60}
  (이 기사는 .{0,20}(유료|회원|구독)|구독하고 계속).{0,60}
  (本文为|此内容为|以下为|该内容为)?(付费|会员|订阅)(内容|文章|专享|可见|阅读).{0,30}
  (剩余|还有)\\s?\\d+\\s?[%％字].{0,40}
`);

/** Lines between the headline and the text: date, author, source, counts. */
export const META_LINE = lines(
  `
  (by|von|por|par|di|av|af|door|from)\\s*[:：]?\\s*(?-i:\\p{L})(?-i:[\\p{L}.'’ ,&|-]){1,60}\\d{1,2}(?:st|nd|rd|th)?[,./: ].{2,50}
  (by|von|por|par|di|av|af|door|from|written by|posted by|reported by|author)\\s*[:：]?\\s*(?-i:\\p{L})(?-i:[\\p{L}.'’ ,&|-]){1,70}
  (published|posted|updated|last (updated|modified)|modified|first published|created|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|stand|uppdaterad|publicerad|oppdatert|publisert)\\b.{0,80}
  (?-i:\\p{L}){0,12},?\\s*\\d{1,2}(st|nd|rd|th|\\.)?\\s*(?-i:\\p{L}){1,12}\\.?,?\\s*\\d{4}.{0,40}
  (?-i:\\p{L}){1,12}\\.?\\s+\\d{1,2}(st|nd|rd|th)?,?\\s*\\d{4}.{0,40}
  \\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?.{0,80}
  ((?-i:\\p{L}){2,12},?\\s*)?\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.{0,40}
  \\d+\\s*(min(ute)?s?|分钟|分)( read|阅读)?.{0,12}
  \\d+\\s*(views|comments|shares|阅读|评论|次浏览|人参与).{0,20}
  (时间|日期|发布时间|发布日期|發布時間|更新时间|作者|记者|記者|来源|來源|编辑|編輯|浏览|阅读|点击|访问|字号|字体|浏览次数|阅读次数|信息来源|发布机构|发布者|文章来源)(数|量|次数|量数)?\\s*[:：].{0,140}
  (当前位置|您的位置|您现在的位置|所在位置|位置)\\s*[:：].{0,100}
  [^。！？]{0,70}\\s(来源|稿源|时长|责编|编辑|作者)\\s*[:：]\\s*[^。！？，\\s]{1,16}
  (大\\s*中\\s*小|\\[?\\s*字体.{0,20}|a[-+]\\s*a[-+]?.{0,10})
`,
  'iu',
);
