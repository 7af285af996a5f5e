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

/** A video, a sound or a known player as a figure that links to it, with its poster. `undefined`: nothing to link to. */
export function mediaCard(node: Element, base: string | undefined): CleanElement | undefined {
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
  const name: CleanElement = { tag: 'a', attributes: link, children: [sound ? '♪ 音频' : '▶ 视频'] };
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
