import type { FilingCategory } from './filing.ts'

/** What a Chinese title is about, by its set phrases: an English category phrase, and the category of the page. */
type SseSubject = { readonly english: string; readonly category: FilingCategory }

/**
 * Phrases of listed companies' titles, the first found wins: the narrower stand before the wider (半年度报告 holds
 * 年度报告). A table, not a translation: a title without any of them has no English.
 */
const phrases: readonly (readonly [phrase: RegExp, english: string, category: FilingCategory])[] = [
  [/停牌/, 'Trading suspension', 'trading-halt'],
  [/复牌/, 'Resumption of trading', 'trading-halt'],
  [/股票交易异常波动/, 'Unusual share price movement', 'trading-halt'],
  [/延期披露|无法.*披露/, 'Late disclosure', 'late-filing'],
  [/问询函|监管工作函|监管函|关注函/, 'Exchange inquiry', 'correspondence'],
  [
    /稀土精矿.*(价格|关联交易)|精矿.*价格/,
    'Rare-earth concentrate price, related-party supply',
    'current-report',
  ],
  [/业绩说明会|投资者说明会|集体接待日/, 'Results briefing', 'governance'],
  [/业绩预[告增减亏盈]|预增|预减|预亏|扭亏/, 'Earnings forecast', 'results'],
  [/业绩快报/, 'Preliminary results', 'results'],
  [/半年度报告/, 'Half-year report', 'results'],
  [/第?[一三]季度报告|一季报|三季报|季度报告/, 'Quarterly report', 'quarterly-report'],
  [/社会责任|可持续发展|ESG|环境、社会/i, 'Sustainability report', 'annual-report'],
  [/内部控制/, 'Internal control report', 'governance'],
  [/审计报告|审核报告|鉴证报告/, 'Auditor’s report', 'annual-report'],
  [/年度报告|年报/, 'Annual report', 'annual-report'],
  [/主要经营数据|生产经营数据/, 'Operating data', 'results'],
  [/权益分派|利润分配|分红|现金红利/, 'Dividend or profit distribution', 'dividend'],
  [/法律意见书/, 'Legal opinion', 'governance'],
  [/股东大会|股东会/, 'Shareholders’ meeting', 'governance'],
  [/增持|减持|权益变动|持股/, 'Change of shareholding', 'ownership'],
  [/质押|冻结|解押/, 'Share pledge', 'ownership'],
  [/回购/, 'Share buy-back', 'capital-raising'],
  [
    /非公开发行|向特定对象发行|配股|可转换公司债券|募集资金/,
    'Issue of shares or use of proceeds',
    'capital-raising',
  ],
  [/公司债券|中期票据|超短期融资券|短期融资券|债务融资工具/, 'Debt financing', 'capital-raising'],
  [/限制性股票|股权激励|股票期权/, 'Share incentive plan', 'governance'],
  [/董事会.*决议/, 'Board resolutions', 'governance'],
  [/监事会.*决议/, 'Supervisory board resolutions', 'governance'],
  [/独立董事|辞职|聘任|选举|董事长|总经理|高级管理人员/, 'Directors and officers', 'governance'],
  [/公司章程|议事规则|管理制度|工作细则|管理办法/, 'Articles and internal rules', 'governance'],
  [/会计师事务所/, 'Appointment of auditor', 'governance'],
  [/关联交易/, 'Related-party transaction', 'current-report'],
  [/担保/, 'Guarantee', 'current-report'],
  [
    /收购|出售|转让|资产重组|吸收合并|对外投资|合资|增资/,
    'Investment, acquisition or disposal',
    'current-report',
  ],
  [/重大合同|框架协议|战略合作/, 'Material agreement', 'current-report'],
  [/诉讼|仲裁|行政处罚/, 'Litigation or penalty', 'current-report'],
  [/计提.*减值|资产减值/, 'Impairment', 'current-report'],
  [/停产|复产|检修|安全事故|火灾/, 'Production interruption', 'current-report'],
  [/政府补助/, 'Government subsidy', 'current-report'],
  [/提示性公告|风险提示/, 'Risk notice', 'current-report'],
]

/** null: none of the set phrases is in it. Full-width forms and inner spaces make no difference. */
export function sseSubject(title: string): SseSubject | null {
  const plain = matchingTitle(title)
  const found = phrases.find(([phrase]) => phrase.test(plain))
  return found === undefined ? null : { english: found[1], category: found[2] }
}

/** A title for matching: compatibility forms unified, spaces gone. Never shown. */
export function matchingTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s+/gu, '')
}

/** What a correction or supplement is about, its title without the word; null: the title is of neither. Never merged. */
export function correctedTitle(title: string): string | null {
  const plain = matchingTitle(title)
  const stem = plain.replace(/[的之]?(更正|补充|修订)(更正|补充|说明)*公告|\((更正|修订)(后|版|稿)?\)/gu, '')
  return stem === plain ? null : stem
}
