import { attr, type Element } from '../kit/html/tree.ts';
import { absoluteUrl } from '../kit/url.ts';
import type { CleanElement } from './clean-tree.ts';

/** Players whose frame is the article's video or sound; every other frame goes. Hosts, also below them. */
const PLAYERS = [
  'youtube.com',
  'youtube-nocookie.com',
  'player.vimeo.com',
  'dailymotion.com',
  'player.bilibili.com',
  'player.youku.com',
  'v.qq.com',
  'open.iqiyi.com',
  'ixigua.com',
  'tv.cctv.com',
  'player.cntv.cn',
  'tv.naver.com',
  'player.nicovideo.jp',
  'embed.nicovideo.jp',
];
const SOUNDS = ['open.spotify.com', 'w.soundcloud.com', 'music.163.com', 'embed.podcasts.apple.com', 'y.qq.com'];

/** What the link to a video or sound says. */
export interface MediaWords {
  video: string;
  sound: string;
}

const CHINESE: MediaWords = { video: '▶ 视频', sound: '♪ 音频' };
/** Words that most languages share. */
const OTHER: MediaWords = { video: '▶ Video', sound: '♪ Audio' };
/** Characters looked at where nobody says what language a body is in. */
const SAMPLE = 50_000;

/** In Chinese bodies Chinese words: by the language told, else by their characters. */
export function mediaWords(html: string, language: string | undefined): MediaWords {
  if (language !== undefined) return /^zh/i.test(language) ? CHINESE : OTHER;
  const sample = html.slice(0, SAMPLE);
  const han = sample.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const others = sample.match(/[\u3040-\u30ff\uac00-\ud7af]/g)?.length ?? 0;
  return han > 0 && others < han / 20 ? CHINESE : OTHER;
}

/** A video, a sound or a known player as a figure that links to it, with its poster. `undefined`: nothing to link to. */
export function mediaCard(node: Element, base: string | undefined, words: MediaWords): CleanElement | undefined {
  const href = node.tagName === 'iframe' ? playerAddress(node, base) : firstSource(node, base);
  if (href === undefined) return undefined;
  const sound = node.tagName === 'audio' || (node.tagName === 'iframe' && isHost(href, SOUNDS));
  const link: [string, string][] = [
    ['href', href],
    ['rel', 'noopener nofollow'],
  ];
  const poster = absoluteUrl(attr(node, 'poster') ?? '', base);
  const picture: CleanElement[] =
    poster === undefined
      ? []
      : [
          {
            tag: 'a',
            attributes: link,
            children: [
              {
                tag: 'img',
                attributes: [
                  ['src', poster],
                  ['alt', ''],
                  ['referrerpolicy', 'no-referrer'],
                ],
                children: [],
              },
            ],
          },
        ];
  const name: CleanElement = { tag: 'a', attributes: link, children: [sound ? words.sound : words.video] };
  return {
    tag: 'figure',
    attributes: [],
    children: [...picture, { tag: 'figcaption', attributes: [], children: [name] }],
  };
}

function firstSource(node: Element, base: string | undefined): string | undefined {
  const inner = node.childNodes.map((child) =>
    'tagName' in child && child.tagName === 'source' ? attr(child, 'src') : undefined,
  );
  for (const src of [attr(node, 'src'), attr(node, 'data-src'), ...inner]) {
    const address = src === undefined || src.length > LENGTH ? undefined : absoluteUrl(src, base);
    if (address !== undefined) return address;
  }
  return undefined;
}

const LENGTH = 2000;

function playerAddress(node: Element, base: string | undefined): string | undefined {
  const src = attr(node, 'src') || attr(node, 'data-src') || '';
  const address = src.length > LENGTH ? undefined : absoluteUrl(src, base);
  if (address === undefined || !(isHost(address, PLAYERS) || isHost(address, SOUNDS))) return undefined;
  const tube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(address);
  return tube ? `https://www.youtube.com/watch?v=${tube[1]}` : address;
}

function isHost(address: string, hosts: readonly string[]): boolean {
  const { hostname } = new URL(address);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
