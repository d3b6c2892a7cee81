/**
 * The only place where numbers and days become text. English, figures with a point, days as "7 Nov 2025" so that
 * nobody mistakes a month for a day. Fractions come in, percent goes out. Absent figures are an en dash.
 */
import type { CurrencyCode, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'

export const ABSENT = '–'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const CURRENCY_SIGNS: Readonly<Record<string, string>> = { USD: '$', AUD: 'A$', CNY: 'CN¥', EUR: '€' }
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const precise = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 })
const fixed = [0, 1, 2, 3, 4].map(
  (digits) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

const withDigits = (value: number, digits: 0 | 1 | 2 | 3 | 4) => (fixed[digits] ?? plain).format(value)

/** A price per share, `A$14.72`; below one unit with a third digit. */
export function formatPrice(value: number | null, currency: CurrencyCode): string {
  if (value === null) return ABSENT
  const sign = CURRENCY_SIGNS[currency]
  const figure = withDigits(Math.abs(value), Math.abs(value) < 1 ? 3 : 2)
  const minus = value < 0 ? '−' : ''
  return sign === undefined ? `${minus}${figure} ${currency}` : `${minus}${sign}${figure}`
}

/** A level on the scale where the base day is 100: one digit. */
export const formatIndex = (value: number | null) => (value === null ? ABSENT : withDigits(value, 1))

/** A change as a signed percentage, `+3.2 %`; a change that rounds to nothing has no sign. */
export function formatChange(fraction: number | null): string {
  if (fraction === null) return ABSENT
  const figure = withDigits(Math.abs(fraction * 100), 1)
  if (figure === '0.0') return `${figure} %`
  return `${fraction < 0 ? '−' : '+'}${figure} %`
}

/** A difference between two sources as a signed percentage with two digits, `+0.62 %`: one digit would hide most. */
export function formatPreciseChange(fraction: number): string {
  const figure = withDigits(Math.abs(fraction * 100), 2)
  if (figure === '0.00') return `${figure} %`
  return `${fraction < 0 ? '−' : '+'}${figure} %`
}

/** A price as stored, without its currency: up to four digits. */
export const formatFigure = (value: number) => precise.format(value)

/** A whole number with thousands apart. */
export const formatCount = (value: number) => plain.format(value)

/** A figure as a source states it: two digits at most, thousands apart. */
export const formatQuantity = (value: number) => plain.format(value)

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** A figure with every digit that is stored, thousands apart. */
export const formatExact = (value: number) => exact.format(value)

/** `7 Nov 2025`. */
export function formatDay(date: IsoDate): string {
  const { day } = Temporal.PlainDate.from(date)
  return `${day} ${formatMonth(date)}`
}

/** `Nov 2025`. */
export function formatMonth(date: IsoDate): string {
  const { month, year } = Temporal.PlainDate.from(date)
  return `${MONTHS[month - 1] ?? ''} ${year}`
}

/** `7 Nov`, for places that name the year elsewhere. */
export function formatShortDay(date: IsoDate): string {
  const { day, month } = Temporal.PlainDate.from(date)
  return `${day} ${MONTHS[month - 1] ?? ''}`
}

/** A span of time as its two largest parts: `2 d 4 h`, `3 h 12 min`, `7 min`, `under a minute`. */
export function formatDuration(ms: number): string {
  const days = Math.floor(ms / DAY_MS)
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  return minutes > 0 ? `${minutes} min` : 'under a minute'
}

/** From one moment to another in the words of `formatDuration`. */
export const formatUntil = (from: Instant, to: Instant) =>
  formatDuration(
    Math.max(0, Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds),
  )

/** `1 session`, `2 sessions`. */
export const formatAmount = (count: number, one: string, many: string) =>
  `${formatCount(count)} ${count === 1 ? one : many}`
