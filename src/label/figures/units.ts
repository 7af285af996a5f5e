import { Lexicon } from '../lexicon.ts';

/** Units and measure words after a number, as printed; own list. `noun`: the thing itself counts (21部门). */
const UNITS = `元 美元 欧元 日元 英镑 港元 港币 澳元 加元 韩元 卢布 卢比 泰铢 瑞士法郎 法郎 马克 比索 人民币 元人民币 新台币 澳门元 新加坡元 新元 林吉特 比特币 块钱 块 角 毛钱 分钱 金币
% ％ ‰ 个百分点 百分点 个基点 基点 个点 BP bp bps
公里 千米 米 厘米 毫米 微米 纳米 里 华里 英里 海里 英尺 英寸 尺 寸 丈 光年 公分 码
平方公里 平方千米 平方米 平方厘米 平米 平方 平 公顷 万公顷 亩 英亩 平方英里 平方英尺
立方米 立方公里 立方厘米 立方 升 毫升 加仑 方 标方 标准立方米 桶 桶油当量 吨油当量
吨 公斤 千克 克 毫克 微克 斤 两 担 磅 盎司 吨标准煤 吨标煤 吨二氧化碳 克拉 载重吨 标准箱 标箱 总吨 毛吨
千瓦 瓦 兆瓦 吉瓦 千瓦时 度电 度 兆瓦时 吉瓦时 千伏 伏 安 安时 毫安时 马力 焦耳 大卡 千卡 卡路里 摄氏度 华氏度 赫兹 兆赫 千赫 分贝 帕 兆帕 千帕 毫米汞柱 贝可勒尔
年 个月 个多月 天 小时 个小时 分钟 秒 秒钟 毫秒 周 星期 个星期 周年 周岁 岁 季度 个季度 年度 工作日 个工作日 个工作日内 个交易日 交易日 昼夜 天时间 代 世纪 个世纪 学时 课时 学年 学期 月龄
人 名 位 户 口人 口 人次 人份 人口 群众 村民 居民 学生 名学生 职工 职 家庭 个家庭 户次 对 双 夫妇 头 只 匹 羽 条 尾 峰 棵 株 朵 根 支 枝 粒 颗 枚 块 片 张 幅 件 套 台 台套 台次 部 辆 辆次 架 架次 艘 艘次 列 列次 趟 班 班次 节 座 栋 幢 间 层 楼层 所 处 个 家 家次 项 宗 起 例 次 次会议 场 场次 轮 届 期 批 批次 版 篇 本 册 卷 份 封 首 段 句 字 页 部门 方面 门 种 类 款 样 道 顿 餐 杯 瓶 箱 盒 包 袋 桶 罐 车 船 车次 车皮
点 分 级 倍 成 折 环 组 队 支队伍 套房 盏 口井 眼 眼井 眼泉 孔 管 剂 剂次 针 针次 服 床 张床位 床位 席 席次 票 注 手 股 万股 亿股 基 币 单 单元 笔 桩 门课 课 亩地 垄 捆 丛 群 窝 巢 团 丝 滴 顶 扇 面 杆 柄 把 盘 碗 勺 副 尊 具 发 炮 枪 箭 星 卫 球 分球 局 盘棋 局棋 圈 步 拳 脚
省 省份 省区市 省市 个省 国 国家 城市 市 县 个县 区 县区 区县 县市区 县市 县(市、区) 乡镇 镇 乡 村 个村 个行政村 行政村 街道 社区 城 地 站 站点 网点 门店 校 企业 家企业 单位 机构 成员国 个国家 委员会 集团军 师 旅 团队 院士 专家 学者 博士 志愿者 党员 干部 官兵 民警 选手 运动员 球队 委员 代表 议员 席位 学科 专业 品种 品牌 词条 条目 章 章节 集 幕 帧 像素 万像素 比特 字节 兆 TEU GDP 公里时 公里每小时 米每秒 亩次 株次 人年 人天 秒差距 通道 车道 岗位 学位 泊位 车位 充电桩 航班 航线 路 线 号线
MW GW kW KW TW W MWh GWh kWh KWh TWh Wh MW/h GMW/h mm cm dm m km nm μm um kg g mg t L ml mL kV KV V A Ah mAh Hz kHz MHz GHz GB TB MB KB PB EB Mbps Gbps bps Tbps MPa kPa Pa ℃ °C °F ° ppm dB EFLOPS PFLOPS TOPS Nm N·m kn nit nits fps mg/L g/L m/s km/h L/h μg/m³ mm/h`;

export const UNIT_WORDS = new Lexicon(
  UNITS.split(/\s+/)
    .filter((unit) => unit !== '')
    .map((unit) => [unit, unit] as const),
);

/** After a number these make a date, clock time, ordinal or name of it: no figure. */
export const NO_UNIT = new Set([
  '月',
  '日',
  '号',
  '时',
  '点钟',
  '版',
  '后',
  '楼',
  '室',
  '世纪',
  '年代',
  '月份',
  '号楼',
  '路',
  '线',
  '号线',
]);

/** Base of a count word where one is an ordinary synonym; printed unit stays. */
export const COUNT_UNITS = new Set(
  `人 名 位 户 个 家 项 条 件 套 台 辆 架 艘 座 栋 处 所 次 起 例 场 批 种 类 款 本 份 张 颗 枚 只 头 株 棵 口 部 篇 首 幅 笔 单 期 届 轮 部门 方面 省 国 省份 国家 城市 县 个省 个国家 人次 架次 班次 列 对 双 支 片 块 根 门 间 层 眼 组 队 席 票 级 倍`.split(
    ' ',
  ),
);
