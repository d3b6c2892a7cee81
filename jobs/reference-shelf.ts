import { calendarsSchema, type TargetCalendar } from '@oreline/shared/domain/calendar/calendar.ts'
import { overruledCalendars } from '@oreline/shared/domain/calendar/overrides.ts'
import { buildSessionIndex, type SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { listCalendarOverrides } from '@oreline/server/db/calendar-overrides.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { listReference } from '@oreline/server/db/reference-rows.ts'
import { listChosenSources } from '@oreline/server/db/series-sources.ts'
import { readVersions } from '@oreline/server/db/versions.ts'

/** The reviewed data that jobs work from. `instruments` are those that are not paused; `idOf` gives the store's number. */
export type Reference = {
  readonly instruments: readonly Instrument[]
  readonly idOf: (ticker: string) => number
  /** The source an operator has chosen for a series, by ticker; the others go by the usual order. */
  readonly chosenSources: ReadonlyMap<string, string>
  readonly sessions: Readonly<Record<CalendarId, SessionIndex>>
  readonly target: TargetCalendar
}

/** Reads the reference data of a seeded store, and again only when their version has changed. */
export function buildReferenceShelf(db: Db): () => Promise<Reference> {
  let shelved: { readonly label: string; readonly reference: Promise<Reference> } | null = null
  return async () => {
    const { label } = await readVersions(db, ['reference'])
    if (shelved?.label !== label) shelved = { label, reference: readReference(db) }
    return shelved.reference
  }
}

async function readReference(db: Db): Promise<Reference> {
  const [row] = await listReference(db, 'calendar', { asOf: null })
  invariant(row !== undefined, 'jobs run on a seeded store')
  const { calendars, target } = overruledCalendars(
    calendarsSchema.parse(row.body),
    await listCalendarOverrides(db, null),
  )
  const ids = await listInstrumentIds(db)
  const rows = await listReference(db, 'instrument', { asOf: null })
  return {
    instruments: rows.map(({ body }) => instrumentSchema.parse(body)).filter(({ paused }) => paused !== true),
    idOf: (ticker) => {
      const id = ids.get(ticker)
      invariant(id !== undefined, `${ticker} has a number in the store`)
      return id
    },
    chosenSources: await listChosenSources(db),
    sessions: {
      XNYS: buildSessionIndex(calendars.XNYS),
      XASX: buildSessionIndex(calendars.XASX),
      XSHG: buildSessionIndex(calendars.XSHG),
    },
    target,
  }
}
