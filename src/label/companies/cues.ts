/** Words that stand in sentences about shares. */
export const MARKET =
  /股票|股价|个股|板块|涨停|跌停|A股|港股|美股|中概股|上市公司|券商|市值|股东|持股|增持|减持|概念股|龙头股|收涨|收跌|领涨|领跌|涨超|跌超|涨逾|跌逾|涨幅|跌幅|回购|定增|研报|评级|目标价|财报|年报|季报|中报|业绩|净利润|营收|归母|每股|分红|派息|北向资金|主力资金|净买入|净流入|龙虎榜|证券代码|基金|公募|私募|重仓|持仓|IPO|挂牌|开盘|收盘|盘中|成交额|走强|走弱|股集体|概念股?|蓝筹|题材/;

/** Words that stand in sentences about firms. */
export const FIRM =
  /公司|企业|集团|厂商|巨头|品牌|旗下|子公司|董事长|董事会|CEO|首席执行官|总裁|创始人|高管|发布会|财年|产品|业务|市场份额|供应商|客户|合作|投资|收购|并购|融资|估值|股份|上市|招股书|公告|门店|用户|平台|应用|手机|芯片|汽车|电商|互联网|游戏|裁员|员工|竞争/;

/** What directly follows the name of a firm. */
export const AFTER =
  /^(?:[（(]|股份|公司|集团|控股|科技|公告|发布|宣布|表示|回应|披露|称|官方|官宣|推出|旗下|创始人|董事|总裁|CEO|副总裁|高管|方面|财报|股价|市值|涨|跌|收涨|收跌|等(?:公司|企业|个股|巨头|厂商|品牌|平台)|以及|、|和|与|也|将|在)/;

/** What directly stands before the name of a firm. */
export const BEFORE =
  /(?:、|和|与|及|包括|如|像|购|由|向|被|对|给|从|旗下的?|公司|企业|巨头|厂商|品牌|券商|股东|A股|港股|美股|“|《|【|：|，|。|^|\n)$/;

/** Names that go on: another entity of the group, a fund, a place. A listing of the group is not meant. */
export const GOES_ON =
  /^(?:期货|资管|资产管理|基金|证券|投资|资本|创投|租赁|信托|理财|财险|产险|寿险|养老|健康险|人寿|大药房|影业|研究院|研究所|大学|学院|中学|小学|医院|杯|奖|路|街|区|市|县|镇|乡|村|省|州|湾|岛|山|河|湖|海|江|桥|站|机场|港口?|新区|开发区|大厦|广场|体育馆|体育场|队|俱乐部|足球|篮球|银行卡|指数|指|ETF)/;

/** Fund managers and banks carry such words as part of what they sell; they stay the firm itself. */
export const OWN_DESK = /^(?:研究院|研究所|证券研究所|国际)/;

/** Names that begin earlier: the match is the tail of a longer name. */
export const BEGINS_BEFORE = /(?:中国|国家|全国|上海|北京|深圳|广东|江苏|浙江|山东|香港|新|大|小|老|南|北|东|西)$/;

/** Where the name only credits a text or a picture. */
export const CREDIT = /(?:来源|图源|题图|图片|摄影|作者|编辑|来自|via|转自|图自|供图|截图)\s*[:：]?\s*[@“「]?$/i;

/** Titles and places in which listed names are only part of an address. */
export const ADDRESS_AFTER = /^(?:的?(?:问题|生活|需求|利益|心声|眼中|日子|需要|关心))/;
