/** The catalogue's codes as words. */
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { EventSession } from '@oreline/shared/domain/policy/event-session.ts'
import type { DatePrecision, InstrumentType, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { ScheduledKind } from '@oreline/shared/domain/policy/schedule.ts'
import type { PolicyState } from '@oreline/shared/domain/policy/state.ts'
import type { PolicyStateValue, PolicyStepStatus } from '@oreline/shared/domain/policy/status.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatDay, formatMonth } from './format.ts'

export const instrumentWords: Readonly<Record<InstrumentType, string>> = {
  'corporate-milestone': 'Company milestone',
  'court-ruling': 'Court ruling',
  'equity-stake': 'Equity stake',
  'export-control': 'Export control',
  'grant-loan': 'Grant or loan',
  investigation: 'Investigation',
  licensing: 'Licensing',
  offtake: 'Offtake',
  'price-floor': 'Price floor',
  quota: 'Quota',
  regulation: 'Regulation',
  stockpile: 'Stockpile',
  'supply-shock': 'Supply shock',
  tariff: 'Tariff',
  'trade-agreement': 'Trade agreement',
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

/** The country's name, `European Union`, or the code of a body such as the WTO. */
export const jurisdictionWords = (code: string) =>
  code.length === 2 && code !== 'G7' ? (regions.of(code) ?? code) : code

export const stageWords: Readonly<Record<Stage, string>> = {
  mining: 'Mining',
  separation: 'Separation',
  refining: 'Refining',
  'metal-alloy': 'Metal and alloy',
  magnet: 'Magnets',
  recycling: 'Recycling',
  application: 'Application',
}

export const stateWords: Readonly<Record<PolicyStateValue, string>> = {
  proposed: 'Proposed',
  reported: 'Reported',
  announced: 'Announced',
  effective: 'In force',
  suspended: 'Suspended',
  expired: 'Expired',
  superseded: 'Superseded',
  revoked: 'Revoked',
}

export const stepWords: Readonly<Record<PolicyStepStatus, string>> = {
  ...stateWords,
  effective: 'Took effect',
  resumed: 'Resumed',
  amended: 'Amended',
}

export const scheduledWords: Readonly<Record<ScheduledKind, string>> = {
  effective: 'Takes effect',
  'provision-effective': 'A part takes effect',
  end: 'Last day in force',
  'suspension-end': 'Last day of the pause',
  expected: 'Expected',
}

export const exchangeWords: Readonly<Record<CalendarId, string>> = {
  XNYS: 'New York',
  XASX: 'Sydney',
  XSHG: 'Shanghai',
}

export const basisWords: Readonly<Record<EventSession['basis'], string>> = {
  instant: 'certain',
  ambiguous: 'ambiguous: it could be the session before',
  'date-only': 'only the day is known: read it with the next session',
}

/** A date as exactly as it is known. */
export function formatDated(date: IsoDate, precision: DatePrecision): string {
  switch (precision) {
    case 'day':
      return formatDay(date)
    case 'month':
      return formatMonth(date)
    case 'year':
      return date.slice(0, 4)
    case 'on-or-before':
      return `on or before ${formatDay(date)}`
  }
}

/** What nobody has confirmed, in a clause; null where the state stands. */
export function unconfirmedClause(state: PolicyState, event: PolicyEvent, today: IsoDate): string | null {
  if (state.unconfirmed !== true) return null
  const { suspended_until: pauseEnd, end_date: end } = event
  if (state.value === 'suspended' && pauseEnd !== null && pauseEnd < today) {
    return `pause ended ${formatDay(pauseEnd)}, outcome unconfirmed`
  }
  if (end !== null && end < today) return `end date ${formatDay(end)} passed, outcome unconfirmed`
  return 'a later step has no known day, outcome unconfirmed'
}
