import { calendarsSchema } from '../domain/calendar/calendar.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { oneOf } from './envelope.ts'

/** The trading calendars as stored, so that the page's market clock and the server share one set of sessions. */
export const getCalendars = defineEndpoint({
  method: 'GET',
  path: '/api/v1/calendars',
  tag: 'prices',
  summary:
    'Sessions, holidays, early closes and lunch breaks per exchange, with the horizon they are known to',
  response: oneOf(calendarsSchema),
})
