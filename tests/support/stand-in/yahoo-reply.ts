import { readFileSync } from 'node:fs'
import type { StandInReply } from './route.ts'
import type { ChartDraft } from './yahoo-market.ts'

/** An answer written down in `tests/fixtures/yahoo`. */
export const yahooFixture = (name: string, status: number): StandInReply => ({
  status,
  body: readFileSync(new URL(`../../fixtures/yahoo/${name}`, import.meta.url), 'utf8'),
})

/** The draft as Yahoo writes it: parallel columns, keys without content left out. */
export function chartReply({ meta, rows, dividends, splits, adjusted, cutCloses }: ChartDraft): StandInReply {
  const column = (name: Exclude<keyof ChartDraft['rows'][number], 'stamp'>) => rows.map((row) => row[name])
  const byStamp = (events: readonly Record<string, unknown>[]) =>
    Object.fromEntries(events.map((event) => [String(event['date']), event]))
  const events = {
    ...(dividends.length === 0 ? {} : { dividends: byStamp(dividends) }),
    ...(splits.length === 0 ? {} : { splits: byStamp(splits) }),
  }
  const quote =
    rows.length === 0
      ? {}
      : {
          open: column('open'),
          high: column('high'),
          low: column('low'),
          close: column('close').slice(0, rows.length - cutCloses),
          volume: column('volume'),
        }
  const result = {
    meta,
    ...(rows.length === 0 ? {} : { timestamp: rows.map(({ stamp }) => stamp) }),
    ...(Object.keys(events).length === 0 ? {} : { events }),
    indicators: {
      quote: [quote],
      ...(adjusted && rows.length > 0 ? { adjclose: [{ adjclose: column('adjClose') }] } : {}),
    },
  }
  return { body: { chart: { result: [result], error: null } } }
}
