import * as z from 'zod'
import { calendarsSchema } from '../domain/calendar/calendar.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { oneOf } from './envelope.ts'
import { asOfParameter } from './parameters.ts'

/**
 * The trading calendars as stored, with an operator's overrides applied, so that the page, the server and the jobs share
 * one set of sessions. `coverage.confirmedBeyond`: single days past the horizon that an operator has confirmed.
 */
export const getCalendars = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendars',
  tag: 'prices',
  summary:
    'Sessions, holidays, early closes and lunch breaks per exchange, with the horizon they are known to',
  query: z.object({ ...asOfParameter }),
  response: oneOf(calendarsSchema),
})
