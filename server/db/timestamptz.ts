import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'

/** `2025-11-07 10:00:00.5+00`, as PostgreSQL prints in a UTC session, or an instant already reshaped. */
const PRINTED = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(?:\+00|Z)$/

/**
 * PostgreSQL's text of a timestamptz as an instant, always with milliseconds, as the clock gives it: what was stored
 * comes back as the same string, and instants sort as strings. Infinity and years before 1 or after 9999 are bugs.
 */
export function parseTimestamptz(text: string): Instant {
  const [, day, time, fraction = ''] = PRINTED.exec(text) ?? []
  invariant(
    day !== undefined && time !== undefined,
    `a timestamptz is printed in UTC with a 4-digit year, not ${text}`,
  )
  const instant = `${day}T${time}.${fraction.padEnd(3, '0')}Z`
  invariant(isInstant(instant), 'a printed timestamptz is an instant')
  return instant
}

// The shape was checked by PRINTED; the brand only says so.
const isInstant = (text: string): text is Instant => text.endsWith('Z')
