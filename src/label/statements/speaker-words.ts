import { SuffixLexicon } from '../lexicon.ts';

/** Documents and meetings that speak. */
export const MEETING =
  /(?:会议|全会|座谈会|论坛|大会|例会|国常会|意见|通知|方案|报告|公报|公告|规划|措施|办法|条例|文件|白皮书|声明|文章|社论|评论|述评|研报|《[^《》\n]{2,50}》)$/;

/** Of these the body that gave them out speaks. */
export const ISSUED = /(?:公告|研报|报告|声明|公报|文章|通知|白皮书|社论|评论|述评)$/;

export const PRONOUN = /(?:他|她|前者|后者|该负责人|该发言人|该人士|这位负责人)$/;

/** Last words of a speaker without a name. */
const UNNAMED = new SuffixLexicon(
  `人士 知情者 亲历者 学生家长 站长 校长 村支书 摊主 菜农 果农 渔民 工友 保安 保洁员 快递员 外卖员 骑手 志愿者 消防员 工程师 设计师 创始人 高管 董秘 大户 负责人 负责同志 发言人 专家 官员 机构 媒体 外媒 台媒 港媒 部门 方面 公司 企业 网友 网民 用户 玩家 学者 分析师 交易员 研究员 人员 团队 研究者 投资者 消费者 受访者 从业者 爱好者 患者 作者 读者 观众 粉丝 市民 村民 居民 民众 农民 牧民 农户 员工 职工 工人 群众 百姓 老乡 同学 学生 老师 医生 护士 律师 警察 民警 家长 游客 旅客 乘客 司机 车主 业主 房东 店主 老板 店员 商家 商户 先生 女士 小姐 大爷 大妈 大娘 大叔 大姐 阿姨 奶奶 爷爷 师傅 老人 男子 女子 当事人 目击者 母亲 父亲 妈妈 爸爸 外婆 外公 家人 家属 妻子 丈夫 儿子 女儿 哥哥 姐姐 弟弟 妹妹 邻居 父母 亲属 朋友 经济学家 科学家 审稿人 博主 主播 主持人 制作人 开发者 代表 委员 议员 裁判 教练 球迷 与会者 大家 方 当局 政府 法院 法官 交易所 央行 报道 们`,
);
/** Ends as a speaker without a name does. */
export const isUnnamed = (words: string): boolean =>
  UNNAMED.endingAt(words, words.length) !== undefined || /[\u4e00-\u9fff]某$/.test(words);

/** Where speakers without a name end in `words`, in order; 方 and 们 alone end too many. */
export function* unnamedEnds(words: string): Generator<number> {
  for (let end = 2; end <= words.length; end++) if ((UNNAMED.endingAt(words, end)?.length ?? 0) > 1) yield end;
}

/** Last words of a body that no label covers whole (某厅信息综合室). */
const BODY = new SuffixLexicon(
  '队 室 处 厅 局 委 署 部 司 院 所 中心 集团 银行 券商 协会 学会 大学 学校 医院 报社 通讯社 电视台 小组 基金会 联合会',
);
/** Ends as the name of a body does. */
export const isBody = (words: string): boolean => BODY.endingAt(words, words.length) !== undefined;

/** Words that open a speaker's phrase and are none of it. */
export const BEFORE_SPEAKER =
  /^(?:但|而|不过|然而|对此|此外|另外|同时|其中|又|还|也|另|更|据|曾|早前的?|近日的?|有的|有|就连|连|如|像|正如|在场的?|现场的?|越来越多的?|许多|很多|更多|不少|众多|多(?![数名位家次])(?=[\u4e00-\u9fff]{2})|当地时间|(?:[0-9]{1,2}月)?[0-9]{1,2}日)+(?=.{2})/;

/** Words that may stand between a speaker and the verb; own list. */
export const MODIFIERS =
  `等 等人 一行 则 还 也 又 都 均 曾 已 再次 多次 进一步 特别 同时 随后 此前 此后 早前 稍早 不久前 刚刚 近日 日前 当天 当日 昨日 昨天 今日 今天 昨晚 今晚 明确 公开 郑重 严肃 反复 一再 最后 最终 接着 继续 据此 对此 就此 为此 因此 并 并且 且 而且 随即 坦率 坦率地 一致 普遍 纷纷 大多 早已 一直 始终 直接 如是 当场 当时 突然 私下 书面 语重心长地 笑着 哭着 介绍 感慨 总结 道歉 刊文 发文 撰文 发帖 发推 发微博 发声 报道 分析 回应 解释 补充 警告 回忆 评价 致辞 讲话 发言 通报 点评 评论 调侃 自嘲 吐槽 喊话 反映 强调 指出 宣布 表态 笑 主动 援引 所 举例 官微 官方微博 官网 官方账号 微信公众号 发布消息 发布公告 发布声明 发表声明 发布通报 发布视频 如此 这么 这样 那么 那样 兴奋 激动 当地时间 北京时间 上午 下午 中午 晚间 晚上 晚 凌晨 早间 早上`.split(
    ' ',
  );
