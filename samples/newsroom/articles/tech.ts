import type { SampleArticle } from '../sample-article.ts';

/** 北岭科技评论: an Atom feed with whole articles, one of them in English. */
export const TECH: SampleArticle[] = [
  {
    slug: 'chuneng-jiedian',
    title: '储能电站进了牧区：一度电存一夜，值不值？',
    time: '2026-11-23T11:00',
    authors: ['顾北'],
    pictures: [{ name: 'storage', caption: '示意图：白天充、夜里放的储能电站。', after: 1 }],
    paragraphs: [
      '在苏尼特右旗，一座20兆瓦/40兆瓦时的储能电站上个月并网。电芯来自宁德时代（300750），电站由当地城投公司建设运营。',
      '我们算了一笔账：电站造价5200万元，按每天一充一放、度电价差0.46元计算，一年毛收入约670万元，静态回收期接近八年。',
      '如果把调峰补偿和容量租赁算进去，回收期缩短到五年半。也就是说，这笔生意能不能做，取决于辅助服务市场，而不是电池本身。',
      '电池在低温里要加热，冬季自耗电约占6%。运营方负责人秦岚认为，这部分损耗明年可以通过新的保温方案降低一半。',
      '值得留意的是太阳能与风电的互补：冬季夜间风大，储能的压力反而小于夏季。',
    ],
  },
  {
    slug: 'open-weather-grid',
    title: 'Open data for a windy place: a weather grid anyone can query',
    time: '2026-11-21T14:00',
    authors: ['Mira Holt'],
    html: `<p>The Beiling weather office has published its ten-minute wind grid as open data: 3 km cells, fifteen years, no registration. We tried it for a week.</p>
<h2>What is in it</h2>
<table><thead><tr><th>Field</th><th>Unit</th><th>Since</th></tr></thead><tbody><tr><td>wind speed at 100 m</td><td>m/s</td><td>2011</td></tr><tr><td>temperature</td><td>°C</td><td>2011</td></tr><tr><td>snow depth</td><td>cm</td><td>2018</td></tr></tbody></table>
<h2>Asking it a question</h2>
<p>The query language is small. This asks for every hour of last winter with more than 12 m/s:</p>
<pre><code>select hour, cell
from wind
where speed &gt; 12 and season = 'winter-2025'</code></pre>
<p>The answer came in 1.4 seconds. “We wanted herders to be able to use it, not only engineers,” said Tana Orlov, who runs the service.</p>
<blockquote><p>Data that nobody can ask is a very expensive photograph.</p></blockquote>
<p>Our verdict: plain, fast, and honest about its gaps. The missing months of 2014 are marked as missing, not filled in.</p>`,
    paragraphs: [],
  },
  {
    slug: 'moban-huakuohao',
    title: '模板里的 {{ 花括号 }} 与“引号”：一次发布事故复盘',
    time: '2026-11-20T19:30',
    authors: ['顾北'],
    html: `<p>上周三，我们的站点有四十分钟没有更新。原因写出来有些难为情：一篇讲模板语法的文章，标题里有 <code>{{ title }}</code>，正文里有 <code>{% raw %}</code>。</p>
<p>生成器把它们当成了指令，整站构建失败。更糟的是，失败没有报警：</p>
<ol><li>构建脚本吞掉了错误；</li><li>旧页面还在，监控看起来一切正常；</li><li>直到读者来信，我们才发现首页停在下午两点。</li></ol>
<p>教训有三条。第一，外来文字里的花括号一律转义；第二，构建之后要数页面数；第三，任何“没有变化”都应当有人看得见。</p>
<p>以下是修好之后的检查：</p>
<pre><code>expected=$(ls posts | wc -l)
actual=$(find public -name index.html | wc -l)
[ "$expected" = "$actual" ] || exit 1</code></pre>`,
    paragraphs: [],
  },
  {
    slug: 'beidou-muqun',
    title: '给羊群装上北斗：一只耳标的成本降到十八元',
    time: '2026-11-18T10:15',
    authors: ['顾北'],
    pictures: [{ name: 'sheep', caption: '戴着定位耳标的羊。', after: 0 }],
    paragraphs: [
      '三年前，一只定位耳标要九十元，电池撑四个月；今年，这个数字变成了十八元和三年。',
      '变化来自两处：芯片集成度提高，定位间隔从十分钟放宽到一小时。对羊来说，一小时足够了。',
      '阿巴嘎旗已有12万只羊戴上耳标。牧民打开手机就能看见羊群在哪里，走失率由3.5%降到0.4%。',
      '中国农业大学教授严冬青认为，耳标真正的价值是数据：哪片草场被啃得太狠，一眼就能看出来。',
    ],
  },
];
