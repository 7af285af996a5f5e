import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { corpusHash } from './corpus.ts';
import type { Suite } from './run.ts';

/** What a reader of one raw post would keep of it, told by the names its maker gave the parts. */
interface Truth {
  paragraphs: string[];
  lead?: string;
  editor?: string;
  originalTitle?: string;
  /** words of boxes that advertise */
  promotions: string[];
  /** addresses of pictures in such boxes and in comments */
  codes: string[];
}

const COMMENT = /<!--[\s\S]*?-->/g;
const STYLE = /<style[\s\S]*?<\/style>/g;
const BOX =
  /<div class="(?:clearfix appendQr_wrap|app-kaihu-qr)">[\s\S]*?<\/div>(?:\s*<div class="appendQr_normal_txt">[\s\S]*?<\/div>\s*<\/div>)?/g;
const ADVERT = /<blockquote><p>\s*炒股就看[\s\S]*?<\/blockquote>/g;
const CREDIT = /^(?:原标题：|责任编辑：|来源：.{2,12}$)/;
const SRC = /<img[^>]*?src="(?:https?:)?(\/\/[^"]+)"/g;

const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|[\s\u3000\u200b\ufeff]/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<');
const sources = (html: string): string[] => [...html.matchAll(SRC)].map((m) => m[1]!);

function bodyOf(post: string): string {
  const raw = post.replaceAll('&#123;', '{').replaceAll('&#125;', '}');
  return raw.slice(raw.indexOf('<div>'), raw.lastIndexOf('</div>') + '</div>'.length);
}

function truthOf(body: string): Truth {
  const hidden = [...(body.match(COMMENT) ?? [])];
  const shown = body.replace(COMMENT, '').replace(STYLE, '');
  const boxes = [...(shown.match(BOX) ?? []), ...(shown.match(ADVERT) ?? [])];
  const article = shown.replace(BOX, '').replace(ADVERT, '');
  const lines = article
    .split(/<\/?(?:p|div|blockquote)\b[^>]*>|<br\s*\/?>/)
    .map(words)
    .filter((line) => line !== '');
  const lead = sources(article)[0];
  const editor = lines.map((line) => /^责任编辑：(.*?)(?:SF\d+)?$/.exec(line)?.[1]).find((name) => name !== undefined);
  const original = lines
    .map((line) => /^原标题：(.*?)(?:来源：.*)?$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  return {
    paragraphs: lines.filter((line) => !CREDIT.test(line)),
    ...(lead === undefined ? {} : { lead }),
    ...(editor === undefined ? {} : { editor }),
    ...(original === undefined ? {} : { originalTitle: original }),
    promotions: boxes.map(words).filter((says) => says !== ''),
    codes: [...boxes, ...hidden].flatMap(sources),
  };
}

/** Posts of the ancestor, cleaned as bodies: nothing of the publisher's page left, no word of the article lost. */
export const suite: Suite = {
  name: 'sina-posts',
  async measure(data) {
    const folder = join(data, 'sina-posts', 'posts');
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.md')) : [];
    if (files.length === 0) return undefined;
    const paths = files.sort().map((file) => join(folder, file));
    const left = { code: 0, promotion: 0, css: 0, comment: 0, original: 0, editor: 0 };
    let wanted = 0;
    let lost = 0;
    let added = 0;
    let leads = 0;
    let fields = 0;
    for (const path of paths) {
      const body = bodyOf(readFileSync(path, 'utf8'));
      const truth = truthOf(body);
      const got = cleanHtml(body, {});
      const text = words(got.text);
      if (truth.codes.some((src) => got.html.includes(src))) left.code++;
      if (truth.promotions.some((says) => text.includes(says))) left.promotion++;
      if (/[{}]|appendQr|kaihu/.test(got.html)) left.css++;
      if (/<!--|-->|adlist|文末二维码|编辑姓名及工作代码|总声明|正文下iframe/.test(got.html)) left.comment++;
      if (text.includes('原标题')) left.original++;
      if (text.includes('责任编辑')) left.editor++;
      let rest = text;
      for (const paragraph of truth.paragraphs) {
        wanted += paragraph.length;
        if (!rest.includes(paragraph)) lost += paragraph.length;
        else rest = rest.replace(paragraph, '');
      }
      added += rest.length;
      if (got.images[0]?.src.replace(/^https?:/, '') === truth.lead) leads++;
      if (got.editor === truth.editor && words(got.originalTitle ?? '') === (truth.originalTitle ?? '')) fields++;
    }
    return {
      corpus: corpusHash(paths),
      rows: [
        { what: 'posts', value: paths.length, atLeast: 19 },
        { what: 'characters of the articles', value: wanted, atLeast: 15_000 },
        { what: 'characters lost', value: lost, atMost: 0 },
        { what: 'characters that are not of the article', value: added, atMost: 0 },
        { what: 'posts with a QR code', value: left.code, atMost: 0 },
        { what: 'posts with a promotion', value: left.promotion, atMost: 0 },
        { what: 'posts with a style sheet', value: left.css, atMost: 0 },
        { what: 'posts with a comment', value: left.comment, atMost: 0 },
        { what: 'posts with a line 原标题', value: left.original, atMost: 0 },
        { what: 'posts with a line 责任编辑', value: left.editor, atMost: 0 },
        { what: 'lead picture right, none where there is none', value: leads / paths.length, atLeast: 1 },
        { what: 'editor and 原标题 right', value: fields / paths.length, atLeast: 1 },
      ],
    };
  },
};
