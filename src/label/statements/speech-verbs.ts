import { Lexicon } from '../lexicon.ts';

/**
 * `direct`: what is said may follow at once; `signed`: only after a comma, colon or quotation mark; `named`: the same, or at once
 * where a name stands right before the verb (某某称…).
 */
export type SpeechVerb = 'direct' | 'signed' | 'named';

const DIRECT = `叮嘱道 问道 答道 喊道 评价道 解释道 强调道 提醒道 回应道 指出 强调 强调指出 强调说 表示 表示说 认为 透露 坦言 直言 坦承 回应称 回应说 回应表示 介绍称 介绍说 补充称 补充说 补充道 解释称 解释说 宣称 声称 警告称 批评称 指责称 透露称 透露说 坦言称 表态称 发文称 发帖称 称赞道 叮嘱 嘱咐 说道 写道 反问道 感叹道 感慨道 笑着说 高兴地说 激动地说 自豪地说 告诉记者 对记者说 告诉本报记者 明确表示 重申 声明称 辩称 证实称 回忆道 回忆说 判断称 预计称 直呼 笑称 戏称 谎称 发布消息称 发布公告称 发布声明称 发表声明称 发布通报称 发布通告称 发布通知称 发布报告称 发布微博称 发表文章称 刊发文章称 消息称 公告称 通报称 报道说`;
const SIGNED = `说 介绍 要求 提出 宣布 回应 解释 补充 提醒 警告 批评 坦率地说 回答 回忆 感叹 感慨 告诉 谈到 提到 讲到 表态 明确 总结 评价 分析 判断 研判 预测 预计 希望 号召 勉励 寄语 讲道 指示 披露 证实 声明 通报 规定 留言 反映 点评 承认 承诺 主张 提议 追问 问 喊话 调侃 质疑 猜测 推测 抱怨 反驳 辩解 供述 断言 预言 直指 痛斥`;
const NAMED = '称 呼吁 建议';

export const SPEECH_VERBS = new Lexicon<SpeechVerb | 'none'>([
  ...DIRECT.split(' ').map((verb) => [verb, 'direct'] as const),
  ...SIGNED.split(' ').map((verb) => [verb, 'signed'] as const),
  ...NAMED.split(' ').map((verb) => [verb, 'named'] as const),
  // 说 and 称 as letters of other words
  ...'比方说 也就是说 换句话说 具体来说 老实说 一般来说 总的来说 坦白说 俗话说 可以说 应该说 不用说 别说 说明 说法 说服 小说 据说 来说 学说 传说 听说 虽说 再说 说不 说起 说到 说出 说是 称号 称为 称之 称赞 称呼 称得 称作 称霸 称职 称道 称王 名称 简称 职称 堪称 号称 自称 对称 宣称为 俗称 统称 下称 别称 全称 并称 被称 美称 通称 谦称 标称 称谓 称量 表示器 明确的 明确了 指示器 介绍了 介绍信 要求的 建议书 希望工程 问题 访问 提问 学问 疑问 顾问 慰问 询问 请问 质问 过问 反映出 反映了 预计到 分析师 评价体系'
    .split(' ')
    .map((word) => [word, 'none'] as const),
]);

/** 表示 + these is a gesture, no statement. */
export const GESTURE =
  /^(?:了|的|衷心|诚挚|热烈|由衷|深切|崇高|最|亲切|高度|充分|坚决|强烈|极大|极为|非常|十分|严重|深表|诚恳|真诚|真挚|热忱|谢意|感谢|祝贺|慰问|欢迎|敬意|肯定|赞赏|赞同|赞成|支持|反对|遗憾|关切|关注|满意|同意|歉意|哀悼|不满|理解|愤慨|愤怒|谴责|认可|尊重|怀疑|担忧|抗议|问候|祝福)/;
