import { isHan } from '../kit/zh.ts';
import { SuffixLexicon, wordLexicon } from './lexicon.ts';

/**
 * Words a name cannot run across to the left: prepositions, particles, verbs before an object. Own list; a name that holds
 * one of them as letters is protected by KEEP.
 */
const STOPS =
  new SuffixLexicon(`的 在 于 与 和 同 及 到 从 由 向 对 将 把 被 为 是 以 等 了 着 过 给 让 请 使 赴 至 据 经 按 并 且 而 或 又 也 都 就 才 还 但 因 如 若 则 即 之 所 其 该 此 某 每 各 本
以及 包括 根据 按照 通过 随着 关于 对于 由于 作为 成为 除了 针对 围绕 依托 借助  携手 会同    帮助 协助  推动 推进 加快  加强 深化 提升 打造  建成 建立 设立 成立 组建 创建 筹建 
举办 举行 召开 主办 承办 协办 参加 出席 列席 参与 参观 走访 走进 来到 前往 抵达 到达 离开 返回 进入 位于 坐落 地处 毗邻 途经 考察 调研 视察 察看  督导  慰问 看望 会见 会晤 访问 拜访  接受 邀请 应邀
担任 出任 就任 兼任 任命 当选 聘任 历任 现任 原任 曾任 曾在 就读 毕业 来自 隶属 所属 下属 直属  分管 负责    收购 入股 持有  签署 签订 签约 对接    汇报 提出 提交  印发 下发 出台 制定 发出 公布 宣布 表示 指出 强调
介绍 认为 透露 显示 说 称 获悉 了解    记者 记者从 送往 送到 运往 发往 飞往 驶往 位居 列入 纳入 入选 获评 荣获 授予 评为 命名 列为  选为   同意   交由 移送 起诉 逮捕  约谈 问询  查处 目前 近日 日前 今天 昨天 昨日 今日 当天 当日 同时 此外 其中 另外 随后 此前 之后
以来 期间 上午 下午 晚上 凌晨 中午 当地时间 北京时间  全省 全市 全县 全区 我国 我省 我市 我县 我区 不仅 不少 许多 多家 多个 一些 一批 一家 一个 一所 一座 两个 两家 三家 这个 那个 这家 该家 首个 首家 首批  最大 最大的 著名    国际上 新任 时任 现在 原来 依据 任 届 次 回 名 暨 率 率领 带领 完善 引导 鼓励 调增 坚持 构建 形成 改进 指示 急需 要求 希望 呼吁 奔赴 弘扬 讲述 扎根 落实 贯彻 贯彻落实 走向 迈向 面对 面向 立足 聚焦 获得 荣获 曾获 考上 考入 觉得 中标 竞得 起诉 投诉 他 她 发挥 展现 体现 反映 感谢 欢迎 祝贺 纪念 庆祝 反对 谴责 批评 指责 敦促 警告 威胁 攻击 袭击 打击 击败 战胜 不敌 力克 横扫 险胜 完胜 逼平 迎战 对阵 加盟 转会 效力 执教 任教 供职 任职 就职 服务于 致力于 有关 相关 其他 其它 一起 一同 一道 已经 正在 将要 即将 曾经 必须 应当 应该 可以 能够 需要 愿意 同样 尤其 特别是 不是 就是 还是 只有 没有 也是 均 已 要 系`);

/** Names that hold a stop as letters: the scan jumps over them whole. Own list. */
const KEEP =
  new SuffixLexicon(`负责人 负责同志 广电和旅游 广播电视和旅游 体育和旅游 广电和体育 教育科技和体育 科技和体育 农村和水利 水利和 管理和综合行政执法 管理和综合执法 商务和投资促进 商务和经济合作 交通运输和 健康和体育 数据和政务服务 外交与安全 吉他 其他 合同 同仁 同志 同学 大同 共同 协同 同济 同方 同意 胡同 同花顺 相同 同时 不同 同比 同业 同心 同步 同江 同城 同盟 同行 同类 同样 如同 连同 等同 认同 雷同 陪同 会同 同程 同创 同兴 同安 同德 同煤 和平 和谐 共和国 人民共和国 文化和旅游 卫生和计划生育 经济和信息化 经济和科技 工业和信息化 人力资源和社会保障 住房和城乡建设 自然资源和规划 规划和自然资源 市场监督和管理 发展和改革 科学和技术 国防和军队 农业和农村
司法和 体育和 教育和体育 民族和宗教 退役军人和 台湾和 港澳和 园林和林业 林业和草原 生态和 水利和 商务和 金融和 投资和 信息和通信 统计和 监察和 审计和 呼和浩特 和田 太和 永和 民和 和林格尔 和静 和硕 和顺 会同县 等离子 等级 生态环境和 交通和 对外 面向 方向 导向 向阳 向往 定向
行为 对话 为民 华为 有为 大有 以色列 以太 于洪 于都 单于 本溪 本科 日本 资本 成本 基本 版本 本草 本钢 本田 标本 样本 剧本 根本 原本 书本 文本 各族 民族 其他 使馆 大使馆 领事馆 使用 大使 使命 给水 供给 补给 自给 给排水 过程 过滤 经过 超过 通过率 了解 着力 沿着 到位 到期 报到 签到
经济 经贸 财经 经营 经纪 经典 经开 经信 新经济 神经 石经 圣经 产经 都市 首都 成都 都匀 都江堰 古都 大都 国都 都会 昌都 丰都 于都 宜都 之江 之声 研究所 所在 所得 事务所 交易所 派出所 看守所 招待所 卫生所 诊所 合作所 或许 而立 即墨 立即 将军 将来 名将 从业 从化 服从 人从 对策 应对 对口 相对 配对 把关 据点 数据 大数据 占据 依据地 根据地 证据 票据
按揭 并购 合并 兼并 如东 如皋 因素 基因 人才 才艺 英才 天才 就业 成就 促就业 还款 归还 又 但 若尔盖 至诚 至尊 冬至 任丘 责任 信任 任务 任城 主任 此外 季度 名誉 名胜 名录 名家 名师 名校 名企 名医 名州 名城 名人 名牌 名优 知名 著名 名义 届 次 层次 档次 首次 系统 系列 体系 关系 联系 科系 水系 星系 院系 主要 重要 需要 要素 要塞 纪要 已有 这里 那里 那曲 加入世贸 均衡 平均 率先 效率 汇率 利率 有关 回族 回购 回收 回龙观 下回 人力资源和社会保障部 社会 网络安全和信息化 安全和信息化 教育科技和文化 安全和发展 妇女和儿童 保密和 档案和 史志和 法律和 食品和药品 疾病和 科技和信息化 能源和 环境和资源 人口和 海洋和渔业 农业和 畜牧和 园林和 城市管理和 交通和建设 住房和建设 规划和建设 规划和国土 发展和 工业和 商业和 招商和 大数据和 政务服务和 宣传和`);

const isNameChar = (code: number): boolean =>
  isHan(code) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 0xb7;

/**
 * Where a name that ends at `end` begins when read leftwards: at the first character that no name holds, at a stop word, or
 * after `most` characters. Never before `from`.
 */
export function nameStart(text: string, end: number, from: number, most: number): number {
  const least = Math.max(from, end - most);
  let at = end;
  while (at > least) {
    const keep = KEEP.endingAt(text, at, least);
    if (keep !== undefined && keep.length > 1) {
      at -= keep.length;
      continue;
    }
    if (!isNameChar(text.charCodeAt(at - 1))) break;
    // 电商所|副研究员, 哲学系|主任: the last letter of a body
    const own = at === end && (text[at - 1] === '所' || text[at - 1] === '系');
    if (!own && STOPS.endingAt(text, at, from) !== undefined) break;
    at--;
  }
  return at;
}

/** Start of the sentence piece that holds `at`: after the nearest of `。！？；，：\n` and brackets to the left, at most `most` back. */
export function clauseStart(text: string, at: number, most = 120): number {
  const least = Math.max(0, at - most);
  for (let i = at; i > least; i--) if (CLAUSE_END.has(text[i - 1]!)) return i;
  return least;
}
const CLAUSE_END = new Set('。！？；，：\n,;:!?（）()“”《》【】「」『』');

/** Verbs, adverbs and qualities no name begins with; a name read leftwards is cut after them. Own list. */
const LEADS =
  wordLexicon(`对话 专访 走上 指控 未 涵盖 毕业 就读 考入 考上 进入 加盟 买下 收购 入股 参股 响应 当选 创建 筹建 缓解 损害 影响 提高 降低 增加 减少 扩大 改善 保障 维护 控制 限制 防止 避免 导致 造成 引起 引发 带来 面临 应对 化解 处置 处理 解决 优化 调整 改革 创新 鼓励 吸引 聚集 汇聚 集聚 整合 统筹 协调 衔接 对接 融入 融合 参与 主办 承办 针对 围绕 通过 依托 主要 有主要 级 上一级 下一级 一级 同级 本级 要 已 率先 改进 引导 鼓励 急需 调增 指示 代表 充分 发挥 更好 贯彻 落实 完成 形成 构建 坚持 作者 完善 讲述 讲好 弘扬 扎根 升级 发展 促进 推动 推进 加快 加强 深化 提升 打造 建设 运营 投资建设 参观 走进 走访 进入 前往 来到 奔赴 赶赴 覆盖 辐射 引领 带动 支持 服务 保护 守护 修复 治理 开发 利用 规划 布局 落户 入驻 进驻 助力 赋能 做强 做优 做大 用好 管好 建好 办好 抓好
全面 积极 大力 着力 努力 持续 不断 继续 进一步 正式 成功 顺利 首次 再次 共同  分别 先后 陆续 相继 主要 重点 专门 特别 尤其 未来 目前 当前 现在 今后 此次 这次 本次 上述 多家 多个 数家 几家 一家 一个 一所 一批 一些 部分 相关 有关 各级 各类 各个 各地  国内 国外 海外 境外 境内 当地 本地 外地 周边
深水 浅水 大型 中型 小型 大中型 新型 现代 传统 知名 著名 龙头 优秀 先进 主流 权威 专业 独立 第三方 头部 领军 其他 其它 另外 另有 同时 此外 包括 例如 比如 以及 还有 还是 只有 所有 任何 如果 虽然 但是 因此 因为 所以 然后 随后 最后 最终 曾经 已经 正在 即将 将要 可以 能够 应当 必须 需要 希望 要求 建议 呼吁 批评 指责 敦促 警告 谴责 反对 赞成 同意 拒绝 允许 禁止 授权 委托 邀请 欢迎 感谢 祝贺
记者 通讯员 本报 本刊 本网 我们 他们 她们 它们 你们 大家 自己 人们 双方 各方 对方 我方 玉米 小麦 水稻 高产 收到 接到 获得 取得 得到 拥有 具有 具备 存在 属于 等于 优于 高于 低于 位于 来自 来源 出自 转自 摘自 编自 引自 图为 图自 图据 据称 据说 据悉 据报 获悉 年前 年来 年后 日前 日后 时间 期间 如今 今年 去年 明年 前年 近年 近年来 近日 昨日 今日 今天 昨天 明天 上午 下午 晚上`);

/** Cuts leads from the front of a name that spans `start`–`end`; answers the new start, or `end` where nothing is left. */
export function withoutLead(text: string, start: number, end: number): number {
  let at = start;
  for (let length = LEADS.lengthAt(text, at); length > 0 && at < end; length = LEADS.lengthAt(text, at)) at += length;
  return Math.min(at, end);
}
