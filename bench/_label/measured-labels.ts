// Own process: labels synthetic articles; one JSON line with what it cost.
import { labelArticle } from '../../src/label/label-article.ts';
import { articles } from './articles.ts';

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const before = process.memoryUsage().rss;
const began = cpu();
labelArticle({ title: '启动', text: '北京市市长李文华在贵州茅台指出，要投入5亿元。' });
const startMs = cpu() - began;
const gazetteersMB = (process.memoryUsage().rss - before) / 1e6;
const texts = articles(400);
const size = texts.reduce((sum, { title, text }) => sum + Buffer.byteLength(title + text), 0) / 1e6;
for (const article of texts.slice(0, 40)) labelArticle(article);
let count = 0;
const pass = (): number => {
  const from = cpu();
  count = 0;
  for (const article of texts) count += labelArticle(article).length;
  return cpu() - from;
};
// the first megabyte of a process, while its code is still being compiled, and what holds from then on
const first = pass();
const spent = (pass() + pass() + pass()) / 3;
const thirty = texts[0]!;
const single = cpu();
labelArticle(thirty);
process.stdout.write(
  `${JSON.stringify({
    mbPerCpuSecond: Math.round((size / spent) * 100_000) / 100,
    firstMbPerCpuSecond: Math.round((size / first) * 100_000) / 100,
    labelsPerArticle: Math.round(count / texts.length),
    kbPerArticle: Math.round((size * 1000 * 10) / texts.length) / 10,
    oneArticleMs: Math.round((cpu() - single) * 10) / 10,
    startMs: Math.round(startMs),
    gazetteersMB: Math.round(gazetteersMB),
  })}\n`,
);
