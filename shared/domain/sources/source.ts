import { policySources } from './policy-sources.ts'
import { registerSources } from './register-sources.ts'
import type { SourceDescription } from './source-description.ts'

/** Every source there is. */
export const sources = [
  {
    id: 'yahoo',
    name: 'Yahoo Finance',
    provides: ['prices'],
    homepage: 'https://finance.yahoo.com/',
    terms:
      'No official interface. Yahoo’s terms allow personal use and forbid redistribution: keep this Oreline to yourself.',
    limits:
      'Daily bars, delayed quotes. One request every 1.5 seconds; histories are rewritten after splits and dividends.',
    staleAfter: { sessions: 2 },
  },
  {
    id: 'tencent',
    name: 'Tencent Finance',
    provides: ['prices'],
    behind: 'yahoo',
    homepage: 'https://gu.qq.com/sh600111/gp',
    terms:
      'No official interface and no stated licence: the page’s own data, for personal use. Keep this Oreline to yourself.',
    limits:
      'Shanghai lines only. Daily bars as traded, not adjusted for splits or dividends; asked once a day, and when Yahoo fails.',
    staleAfter: { sessions: 3 },
  },
  {
    id: 'eastmoney',
    name: 'Eastmoney',
    provides: ['prices'],
    behind: 'yahoo',
    homepage: 'https://quote.eastmoney.com/sh600111.html',
    terms:
      'No official interface and no stated licence: the page’s own data, for personal use. Keep this Oreline to yourself.',
    limits:
      'Shanghai lines only. Daily bars as traded. It shuts out whoever asks often: at most once a day, where Tencent gave nothing.',
    staleAfter: { days: 3_650 },
  },
  {
    id: 'eodhd',
    name: 'EOD Historical Data',
    provides: ['prices'],
    behind: 'yahoo',
    homepage: 'https://eodhd.com/',
    terms:
      'By subscription; personal plans forbid redistribution. Needs a key of your own (EODHD_API_TOKEN).',
    limits:
      'Daily bars as traded with adjusted closes beside them, no index. A free key has about 20 calls a day and one year of history.',
    needs: 'EODHD_API_TOKEN',
    staleAfter: { sessions: 3 },
  },
  {
    id: 'sec',
    name: 'SEC EDGAR',
    provides: ['filings'],
    homepage: 'https://www.sec.gov/edgar/search/',
    terms: 'Public domain. The SEC asks every client to name itself with a contact e-mail (SEC_CONTACT).',
    limits:
      'At most 8 requests a second. Times of acceptance are published in two readings; where they cannot be told apart only the day is shown.',
    needs: 'SEC_CONTACT',
    staleAfter: { days: 3 },
  },
  {
    id: 'sec-feed',
    name: 'SEC EDGAR latest filings',
    provides: ['filings'],
    behind: 'sec',
    homepage: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent',
    terms: 'Public domain. The SEC asks every client to name itself with a contact e-mail (SEC_CONTACT).',
    limits:
      'The newest filings of each company, every two minutes while EDGAR takes filings. It brings them sooner and with the exact moment; the submissions stay the record.',
    needs: 'SEC_CONTACT',
    staleAfter: { days: 3 },
  },
  {
    id: 'asx',
    name: 'ASX announcements',
    provides: ['filings'],
    homepage: 'https://www.asx.com.au/markets/trade-our-cash-market/announcements.lyc',
    terms:
      'The ASX forbids automated harvesting and redistribution without a licence. Oreline keeps titles and links for one reader, never documents; switch it off if that does not suit you.',
    limits: 'One request a second. The price-sensitive mark may be set later.',
    staleAfter: { days: 3 },
  },
  {
    id: 'asx-html',
    name: 'ASX announcements page',
    provides: ['filings'],
    behind: 'asx',
    homepage: 'https://www.asx.com.au/markets/trade-our-cash-market/historical-announcements',
    terms:
      'The terms of ASX announcements: no automated harvesting or redistribution without a licence. It is not asked while those are switched off.',
    limits: 'Times to the minute. Asked once a day, and whenever ASX announcements fail or are incomplete.',
    staleAfter: { days: 3 },
  },
  {
    id: 'sse',
    name: 'Shanghai Stock Exchange bulletins',
    provides: ['filings'],
    homepage: 'https://www.sse.com.cn/disclosure/listedinfo/announcement/',
    terms: 'Public disclosure of the exchange; titles and links only, in Chinese with an English category.',
    limits: 'One request every two seconds. Foreign addresses are slow and sometimes blocked.',
    staleAfter: { days: 3 },
  },
  {
    id: 'cninfo',
    name: 'cninfo notices',
    provides: ['filings'],
    behind: 'sse',
    homepage: 'https://www.cninfo.com.cn/new/commonUrl/pageOfSearch?url=disclosure/list/search',
    terms:
      'The disclosure site named by China’s securities regulator. Public disclosure; titles and links only, in Chinese with an English category.',
    limits:
      'The day of disclosure, without the hour. Asked once a day, and whenever the exchange’s bulletins fail, are incomplete or switched off.',
    staleAfter: { days: 3 },
  },
  {
    id: 'eastmoney-notices',
    name: 'Eastmoney notices',
    provides: ['filings'],
    behind: 'sse',
    homepage: 'https://data.eastmoney.com/notices/',
    terms:
      'No official interface and no stated licence. Titles and links only; keep this Oreline to yourself.',
    limits:
      'The day of disclosure, without the hour. One request every five seconds, once a day, and when neither the exchange nor cninfo answers.',
    staleAfter: { days: 3 },
  },
  {
    id: 'ecb',
    name: 'European Central Bank reference rates',
    provides: ['fx'],
    homepage:
      'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html',
    terms: 'Free with attribution. Reference rates for information, not for dealing.',
    limits: 'One rate per TARGET day, published about 16:00 Frankfurt time.',
    staleAfter: { days: 4 },
  },
  {
    id: 'frankfurter',
    name: 'Frankfurter',
    provides: ['fx'],
    behind: 'ecb',
    homepage: 'https://frankfurter.dev/',
    terms:
      'Free, open source, no key; it passes on the ECB’s rates. Reference rates for information, not for dealing.',
    limits:
      'Asked only when the ECB fails or is late; only days that the ECB has not given are stored, until it gives them.',
    staleAfter: null,
  },
  ...registerSources,
  ...policySources,
  {
    id: 'import',
    name: 'Files and points an operator has brought in',
    provides: ['prices', 'fx', 'commodities'],
    homepage: 'https://www.rfc-editor.org/rfc/rfc4180',
    terms: 'As the operator noted with each file: see the imports.',
    limits: 'As complete and as new as the files; a live source that lists the same day may correct it.',
    staleAfter: { days: 36_500 },
  },
  {
    id: 'starter',
    name: 'Starter history',
    provides: ['prices'],
    homepage: 'https://finance.yahoo.com/',
    terms:
      'End-of-day figures compiled for this project and shipped with it, so that the first page has real charts.',
    limits:
      'From 2024 to the last day each series names; the first live answer replaces it. STW.AX is dividend-adjusted.',
    staleAfter: { sessions: 2 },
  },
] as const satisfies readonly SourceDescription[]

/** Whether a source is asked as long as the operator says nothing; of one that is not listed nobody knows better. */
export const isOnByDefault = (source: string): boolean =>
  !sources.some((listed) => listed.id === source && 'offUnlessWanted' in listed)
