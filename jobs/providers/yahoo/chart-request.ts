import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn, instantAt } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'
import type { HttpRequest } from '../../http/request.ts'
import { browserUserAgent } from '../browser-user-agent.ts'
import type { ProviderSettings } from '../define-provider.ts'

const midnight = wallTimeSchema.parse('00:00')

/** Days from `from` to `to`, both inclusive, of the zone's midnights. */
export type ChartDays = { readonly from: IsoDate; readonly to: IsoDate; readonly timezone: TimeZone }

/** The v8 chart of a symbol. Unlimited ranges are never asked for: `range=max` coarsens to months silently. */
export function chartRequest(
  symbol: string,
  { from, to, timezone }: ChartDays,
  { yahooUserAgent }: ProviderSettings,
): HttpRequest {
  const second = (date: IsoDate): number => epochMs(instantAt(date, midnight, timezone)) / 1_000
  const window = `period1=${second(from)}&period2=${second(addDays(to, 1))}`
  const rest = 'interval=1d&events=div%7Csplit&includePrePost=false&lang=en-US'
  return {
    url: `https://query1.finance.yahoo.com/v8/finance/chart/${encodeURIComponent(symbol)}?${window}&${rest}`,
    expect: { format: 'json' },
    headers: {
      'user-agent': yahooUserAgent ?? browserUserAgent,
      accept: 'application/json,text/plain,*/*',
    },
    mirrorHost: 'query2.finance.yahoo.com',
  }
}

/** The days an address of `chartRequest` asks for; nothing where it is none. */
export function chartDaysOf(url: string, timezone: TimeZone): Partial<Pick<ChartDays, 'from' | 'to'>> {
  const { searchParams } = new URL(url)
  const [first, end] = ['period1', 'period2'].map((name) => Number(searchParams.get(name) ?? Number.NaN))
  if (first === undefined || end === undefined || Number.isNaN(first + end)) return {}
  const dayAt = (second: number): IsoDate => dateIn(timezone, instantOf(second * 1_000))
  return { from: dayAt(first), to: addDays(dayAt(end), -1) }
}
