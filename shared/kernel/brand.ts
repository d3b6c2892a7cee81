/**
 * The words every room uses, as branded strings: a session date cannot be passed where an instant is meant.
 * Nothing here knows the current time.
 */
import * as z from 'zod'

/** An exchange-local calendar day, `YYYY-MM-DD`. Of a bar: the session it belongs to, in the exchange's zone. */
export const isoDateSchema = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof isoDateSchema>

/** A point in time, ISO 8601 in UTC ending in `Z`, e.g. `2025-11-07T10:00:00Z`; seconds or milliseconds. */
export const instantSchema = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof instantSchema>

/** Oreline's name of an instrument, equal to Yahoo's symbol: `MP`, `LYC.AX`, `UUUU`, `600111.SS`. */
export const tickerSchema = z
  .string()
  .regex(/^[A-Z0-9^][A-Z0-9.^=-]{0,19}$/, 'a ticker is 1 to 20 of A-Z, 0-9, dot, caret, equals, hyphen')
  .brand<'Ticker'>()
export type Ticker = z.infer<typeof tickerSchema>

/** ISO 4217 code. Minor units (GBp, ZAc) are converted before they get this name. */
export const currencyCodeSchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'three capital letters')
  .brand<'CurrencyCode'>()
export type CurrencyCode = z.infer<typeof currencyCodeSchema>

/** ISO 10383 market identifier code: where the instrument is listed (`XNYS`, `XASE`, `ARCX`, `XASX`, `XSHG`). */
export const micSchema = z
  .string()
  .regex(/^[A-Z0-9]{4}$/, 'four capital letters or digits')
  .brand<'Mic'>()
export type Mic = z.infer<typeof micSchema>

/** The three exchanges whose sessions Oreline keeps as data; `XASE` and `ARCX` follow `XNYS`. */
export const calendarIdSchema = z.enum(['XNYS', 'XASX', 'XSHG'])
export type CalendarId = z.infer<typeof calendarIdSchema>

/** A provider's id as stored beside every row it wrote: `yahoo`, `sec`, `asx`, `sse`, `ecb`; `starter` for shipped history. */
export const sourceIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
  .brand<'SourceId'>()
export type SourceId = z.infer<typeof sourceIdSchema>
