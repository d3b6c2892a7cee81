import { Temporal } from 'temporal-polyfill'
import { isoDateSchema } from '../../kernel/brand.ts'
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { instantOf } from '../../kernel/instant.ts'

/** `2026-08-27 18:02:11`, Beijing's wall clock: its day there and the moment. null: not a time of day. */
export function shanghaiTime(text: string): { readonly day: IsoDate; readonly at: Instant } | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?$/.exec(text.trim()) ?? []
  const date = isoDateSchema.safeParse(day)
  if (!date.success || time === undefined || time > '23:59:59') return null
  const clock = Temporal.PlainDateTime.from(`${date.data}T${time}`)
  return { day: date.data, at: instantOf(clock.toZonedDateTime('Asia/Shanghai').epochMilliseconds) }
}
