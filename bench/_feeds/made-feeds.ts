const SENTENCES = [
  '海边的小镇今年第一次举办读书节，图书馆开放到深夜，',
  '居民带着自己的书来交换，最远的客人来自三百公里以外。',
  'The harbour town opened its library at night for the first time this year, ',
  'and people came from three hundred kilometres away to swap their books. ',
];

/** An article's body of about this many characters, tags and addresses as feeds have them. */
export function madeBody(n: number, characters: number): string {
  let html = '';
  for (let i = 0; html.length < characters; i++) {
    const sentence = SENTENCES[(n + i) % SENTENCES.length]!;
    if (i % 7 === 3) html += `<p><img src="https://pictures.example/${n}/${i}.jpg" alt="图 ${i}" width="640"></p>`;
    else if (i % 11 === 5)
      html += `<p>${sentence}<a href="https://news.example/${n}?from=feed&amp;i=${i}">more</a></p>`;
    else html += `<p>${sentence.repeat(3)}</p>`;
  }
  return html;
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toUTCString();

/** RSS 2.0 whose items bring whole bodies in CDATA. */
export function madeRss(items: number, bodyCharacters: number): string {
  const all = Array.from(
    { length: items },
    (_, n) =>
      `<item><title>读书节 ${n} &amp; more</title><link>https://news.example/a/${n}</link><guid isPermaLink="false">id-${n}</guid><pubDate>${day(n)}</pubDate><dc:creator>Lin Hai</dc:creator><category>读书</category><description><![CDATA[${SENTENCES[n % 4]}]]></description><content:encoded><![CDATA[${madeBody(n, bodyCharacters)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>港口报</title><link>https://news.example/</link><description>news</description><language>zh-cn</language>${all.join('')}</channel></rss>`;
}

const escaped = (html: string): string =>
  html.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));

/** Atom whose bodies are escaped HTML, as most platforms write it, with a thread and media namespace. */
export function madeAtom(entries: number, bodyCharacters: number): string {
  const all = Array.from(
    { length: entries },
    (_, n) => `
  <entry>
    <id>tag:news.example,2026:${n}</id>
    <title type="html">Library &amp;amp; harbour ${n}</title>
    <link rel="alternate" type="text/html" href="/a/${n}"/>
    <link rel="replies" href="/a/${n}/replies" thr:count="3"/>
    <published>${new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString()}</published>
    <updated>${new Date(Date.UTC(2026, 0, 2) + n * 3_600_000).toISOString()}</updated>
    <author><name>Lin Hai</name><uri>https://news.example/lin</uri></author>
    <category term="books"/><category term="harbour"/>
    <media:thumbnail url="https://pictures.example/${n}.jpg" width="72" height="72"/>
    <content type="html">${escaped(madeBody(n, bodyCharacters))}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en" xml:base="https://news.example/">
  <title>Harbour news</title><id>tag:news.example,2026:feed</id><updated>2026-01-02T00:00:00Z</updated><link rel="self" href="/feed.atom"/><link href="/"/>${all.join('')}
</feed>`;
}

/** A podcast: many small elements and attributes, little text. */
export function madePodcast(items: number): string {
  const all = Array.from(
    { length: items },
    (_, n) => `
    <item>
      <title>Episode ${n}</title>
      <itunes:title>Episode ${n}</itunes:title>
      <itunes:episode>${n}</itunes:episode>
      <itunes:author>Lin Hai</itunes:author>
      <itunes:duration>00:31:${10 + (n % 49)}</itunes:duration>
      <itunes:explicit>false</itunes:explicit>
      <itunes:image href="https://pictures.example/${n}.png"/>
      <itunes:summary>${SENTENCES[2 + (n % 2)]}</itunes:summary>
      <description>${SENTENCES[2 + (n % 2)]}</description>
      <pubDate>${day(n)}</pubDate>
      <guid isPermaLink="false">episode-${n}</guid>
      <link>https://news.example/episodes/${n}</link>
      <enclosure url="https://sound.example/${n}.mp3" length="${1_000_000 + n}" type="audio/mpeg"/>
      <media:content url="https://sound.example/${n}.mp3" fileSize="${1_000_000 + n}" type="audio/mpeg" medium="audio"><media:title>Episode ${n}</media:title></media:content>
    </item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel><title>Harbour talk</title><link>https://news.example/</link><language>en</language><ttl>60</ttl><atom:link rel="self" href="https://news.example/talk.xml"/>${all.join('')}
  </channel>
</rss>`;
}
