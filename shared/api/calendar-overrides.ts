import * as z from 'zod'
import { wallTimeSchema } from '../domain/calendar/calendar.ts'
import { calendarOverrideSchema } from '../domain/calendar/overrides.ts'
import { calendarIdSchema, instantSchema, isoDateSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter, formatParameter } from './parameters.ts'

export const calendarOverrideRowSchema = z.object({
  calendar: calendarIdSchema,
  date: isoDateSchema,
  kind: z.enum(['closed', 'open', 'early-close']),
  close: wallTimeSchema.nullable(),
  note: z.string(),
  recorded_at: instantSchema,
})
export type CalendarOverrideRow = z.infer<typeof calendarOverrideRowSchema>

/**
 * How far a calendar is known: those of the exchanges, and `TARGET` for the days on which the ECB publishes. A confirmed
 * day moves the horizon once every weekday before it is known too. `days_left` counts from today on the exchange to the last confirmed day; `warn` from 60
 * days before it. `expected`: days past the horizon that are likely closed, for a person to confirm.
 */
export const horizonRowSchema = z.object({
  calendar: z.string(),
  name: z.string(),
  confirmed_through: isoDateSchema,
  days_left: z.int(),
  warn: z.boolean(),
  expected: z.array(z.object({ date: isoDateSchema, likelihood: z.enum(['certain', 'likely']) })),
})
export type HorizonRow = z.infer<typeof horizonRowSchema>

export const getCalendarHorizons = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendars/horizons',
  tag: 'health',
  summary: 'How far each calendar is known, and whether that is soon over',
  query: z.object({ ...formatParameter }),
  response: listOf(horizonRowSchema),
  columns: ['calendar', 'name', 'confirmed_through', 'days_left', 'warn'],
})

export const getCalendarOverrides = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendars/overrides',
  tag: 'health',
  summary: 'Days on which an operator has overruled the shipped calendar',
  query: z.object({ ...asOfParameter, ...formatParameter }),
  response: listOf(calendarOverrideRowSchema),
  columns: Object.keys(calendarOverrideRowSchema.shape),
})

const dayParams = z.object({ calendar: calendarIdSchema, date: isoDateSchema })

export const putCalendarOverride = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/calendars/:calendar/overrides/:date',
  tag: 'health',
  summary: 'Overrule the calendar for one day',
  params: dayParams,
  body: calendarOverrideSchema,
  response: oneOf(calendarOverrideRowSchema),
})

export const deleteCalendarOverride = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/calendars/:calendar/overrides/:date',
  tag: 'health',
  summary: 'Take an override back; the shipped calendar holds again',
  params: dayParams,
  response: oneOf(z.object({ calendar: calendarIdSchema, date: isoDateSchema })),
})
