import { sourceSettings } from '../config.ts'
import { fingerprintOf } from '../db/source-health.ts'
import { listSwitches } from '../db/source-records.ts'
import type { ReadContext } from '../read-route.ts'
import { allInstruments } from './known-instruments.ts'
import type { SourceFacts } from './source-rows.ts'

/** What the rows of sources are judged by, beside what the sources said. */
export async function readSourceFacts({
  snapshot,
  now,
  config,
  calendars,
}: ReadContext): Promise<SourceFacts> {
  const instruments = await allInstruments(snapshot)
  const settings = sourceSettings(config)
  return {
    now,
    calendars: await calendars(snapshot, null),
    calendarOf: new Map(instruments.map(({ ticker, calendar }) => [ticker, calendar])),
    switches: await listSwitches(snapshot),
    setup: {
      SEC_CONTACT: fingerprintOrNull(settings.SEC_CONTACT),
      EODHD_API_TOKEN: fingerprintOrNull(settings.EODHD_API_TOKEN),
    },
  }
}

const fingerprintOrNull = (setting: string | null): string | null =>
  setting === null ? null : fingerprintOf(setting)
