/** Acts of policy and the companies they touch. */
import { cue, strong, weak, type WatchTerm } from './term.ts'

export const policyTerms: readonly WatchTerm[] = [
  strong('MP Materials', 'mp materials|mountain pass rare earth', { tickers: ['MP'] }),
  strong('Mountain Pass', 'Mountain Pass', {
    tickers: ['MP'],
    stages: ['mining'],
    notBefore: ['road', 'highway', 'trail', 'tunnel', 'bridge', 'wildlife', 'elk'],
  }),
  strong('Lynas', 'lynas rare earth(s)|lynas usa|lynas malaysia|lynas corporation|mount weld|Mt Weld', {
    tickers: ['LYC.AX'],
  }),
  // A surname too.
  weak('Lynas by name', 'lynas', {
    tickers: ['LYC.AX'],
    notAfter: ['mr', 'mrs', 'ms', 'dr'],
    notBefore: ['rare earth', 'rare earths', 'usa', 'malaysia', 'corporation'],
  }),
  strong('Energy Fuels', 'Energy Fuels|White Mesa', {
    tickers: ['UUUU'],
    notAfter: ['clean', 'renewable', 'alternative', 'bio'],
  }),
  strong('China Northern Rare Earth', 'northern rare earth|China Northern|北方稀土|baotou steel|包钢股份', {
    tickers: ['600111.SS'],
  }),
  strong('Bayan Obo', 'bayan obo|白云鄂博', { tickers: ['600111.SS'], stages: ['mining'] }),
  strong('other rare-earth companies', otherCompanies()),
  strong('Project Vault', 'Project Vault|projectvault', { instrument: 'stockpile' }),
  weak('export control', 'export control(s)|export restriction(s)|export ban(s)|export curb(s)|出口管制', {
    instrument: 'export-control',
  }),
  weak('dual-use items', 'dual use|dual use item(s)|两用物项', { instrument: 'export-control' }),
  weak('export licence', 'export licence(s)|export license(s)|export licensing|出口许可', {
    instrument: 'export-control',
  }),
  weak(
    'Entity List',
    'Entity List|Affiliates Rule|end user controls|certain listed entities|管控名单|不可靠实体清单',
    { instrument: 'export-control' },
  ),
  weak('Section 232', 'section 232|232 investigation|232 tariff(s)', { instrument: 'tariff' }),
  weak('Section 301', 'section 301', { instrument: 'tariff' }),
  weak('reciprocal tariffs', 'reciprocal tariff(s)|reciprocal trade|对等关税', { instrument: 'tariff' }),
  weak('Defense Production Act', 'defense production act|dpa title iii|DPA', { instrument: 'grant-loan' }),
  weak(
    'price floor',
    'price floor(s)|floor price(s)|price support|price protection|contract for difference',
    {
      instrument: 'price-floor',
    },
  ),
  weak('offtake', 'offtake|off take|offtake agreement(s)', { instrument: 'offtake' }),
  weak(
    'stockpile',
    'stockpile(s)|stockpiling|strategic reserve|mineral(s) reserve|战略储备|物资储备|矿产储备',
    {
      instrument: 'stockpile',
    },
  ),
  weak('Office of Strategic Capital', 'office of strategic capital', { instrument: 'grant-loan' }),
  weak('DFARS', 'DFARS|specialty metals', { instrument: 'regulation' }),
  weak('production credit 45X', '45x', { instrument: 'grant-loan' }),
  weak('mining quota', '总量控制指标|总量调控|出口配额|mining quota(s)|production quota(s)', {
    instrument: 'quota',
  }),
  weak('suspension of announcements', '暂停实施|停止执行|中止实施'),
  cue('tariff', 'tariff(s)|duty|duties|关税', { instrument: 'tariff' }),
  cue('investigation', 'investigation(s)|probe|调查', { instrument: 'investigation' }),
  cue('quota', 'quota(s)|指标|配额', { instrument: 'quota' }),
  cue('equity stake', 'equity stake|equity investment|preferred stock|warrants', {
    instrument: 'equity-stake',
  }),
  cue('grant or loan', 'grant(s)|loan(s)|award(s)|awarded|funding opportunity', {
    instrument: 'grant-loan',
  }),
  cue('agreement', 'agreement|framework|memorandum of understanding|trade deal|truce|协定|协议', {
    instrument: 'trade-agreement',
  }),
  cue('licence', 'licence(s)|license(s)|licensing|许可', { instrument: 'licensing' }),
  cue('court', 'court|ruling|panel report|appellate body', { instrument: 'court-ruling' }),
  cue('rule', 'rule|rules|regulation(s)|acquisition regulation|条例|办法', { instrument: 'regulation' }),
]

function otherCompanies(): string {
  return [
    'usa rare earth',
    'vulcan elements',
    'reelement',
    'noveon',
    'evac magnetics',
    'Iluka',
    'arafura',
    'Aclara',
    'australian strategic materials',
    'ucore',
    'shenghe',
    '盛和资源',
    'china rare earth group',
    '中国稀土集团',
    'northern minerals',
    'browns range',
    'neo performance materials',
    'jogmec',
    'Toliara',
  ].join('|')
}
