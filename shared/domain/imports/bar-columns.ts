import type { Vocabulary } from './column-places.ts'

/**
 * What columns of daily bars are called: by Stooq, Yahoo's download, yfinance, Chinese terminals, and Oreline's own
 * export. `amount`: what changed hands in currency; `dividend` and `split` are looked at and not taken in.
 */
export const barVocabulary = {
  date: ['date', 'datetime', 'day', 'time', 'timestamp', 'trade date', '日期', '交易日期', '时间'],
  open: ['open', 'o', '开盘', '开盘价'],
  high: ['high', 'h', '最高', '最高价'],
  low: ['low', 'l', '最低', '最低价'],
  close: ['close', 'c', 'last', 'close/last', '收盘', '收盘价'],
  adj_close: ['adj close', 'adjclose', 'adj. close', 'adjusted close'],
  volume: ['volume', 'vol', 'vol.', 'v', '成交量', '成交量(股)'],
  volume_in_lots: ['成交量(手)', '成交量（手）', 'volume (lots)', 'lots'],
  amount: ['amount', '成交额', '成交金额', '成交额(元)', '成交金额(元)'],
  dividend: ['dividends', 'dividend'],
  split: ['stock splits', 'splits', 'split'],
  ticker: ['ticker', 'symbol'],
  currency: ['currency', '币种'],
  basis: ['basis'],
  status: ['status'],
  flags: ['flags'],
} as const satisfies Vocabulary<string>

export type BarMeaning = keyof typeof barVocabulary

export const barMeanings: readonly BarMeaning[] = [
  'date',
  'open',
  'high',
  'low',
  'close',
  'adj_close',
  'volume',
  'volume_in_lots',
  'amount',
  'dividend',
  'split',
  'ticker',
  'currency',
  'basis',
  'status',
  'flags',
]
