const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙'];
const GIVEN = ['文华', '志强', '建国', '晓燕', '立新', '海波'];
const PLACES = ['江苏省南京市', '内蒙古赤峰市', '浙江省杭州市', '四川省成都市', '甘肃省兰州市'];
const FIRMS = ['宁德时代', '贵州茅台', '比亚迪', '腾讯', '招商银行', '隆基绿能'];
const PLAIN = [
  '近年来，当地把特色产业作为增收的主要路子，老百姓的日子一天比一天好。',
  '走进村口，一排排新房错落有致，孩子们在广场上奔跑，老人坐在树下聊天。',
  '合作社的负责人介绍，农产品从采摘到上架只要两天，包装和运输都有专人负责。',
  '夜色里的老街灯火通明，游客沿着河边慢慢走，空气里有新茶的味道。',
];

/** Invented news of about 2.5 KB, some thirty labels each; the same for the same number. */
export function articles(count: number): { title: string; text: string; published: string }[] {
  return Array.from({ length: count }, (_, n) => {
    const pick = <T>(list: readonly T[], shift: number): T => list[(n * 7 + shift * 5) % list.length]!;
    const lines = Array.from({ length: 6 }, (_, i) => {
      const name = pick(SURNAMES, i) + pick(GIVEN, i + n);
      return [
        `${(n % 12) + 1}月${(i % 27) + 1}日，${pick(PLACES, i)}市委书记${name}主持召开座谈会并指出，要坚持就业优先，投入${n + i + 2}亿元，同比增长${i + 3}%。`,
        pick(PLAIN, i),
        `${pick(FIRMS, i)}、${pick(FIRMS, i + 1)}等公司股价上涨，${pick(PLACES, i + 2)}发展和改革委员会发布公告。`,
        pick(PLAIN, i + 1),
      ].join('');
    });
    return { title: `${pick(PLACES, 0)}召开会议 ${n}`, text: lines.join('\n'), published: '2024-05-20' };
  });
}
