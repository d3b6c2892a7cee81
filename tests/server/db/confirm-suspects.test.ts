import { confirmSuspects } from '@oreline/server/db/confirm-suspects.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { secondBars } from '@oreline/server/db/schema/second-bars.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { describe, expect } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { aBar, takeInReference, writeActions, writeBars } from '../../support/store-rows.ts'
import { test } from '../../support/test.ts'

const ticker = '600111.SS'
const timezone = timeZoneSchema.parse('Asia/Shanghai')
const at = (hour: string) => instant(`2026-11-17T${hour}:00.000Z`)
const suspect: Partial<Bar> = { basis: 'splits', flags: ['suspect'] }

const storeTest = test.extend('shanghai', async ({ db }) => {
  await takeInReference(db, at('06:00'))
  return db
})

async function confirm(db: Db, closes: Readonly<Record<string, number>>, more: Partial<Bar> = {}) {
  const instrumentId = (await listInstrumentIds(db)).get(ticker) ?? 0
  return withRevision(db, { scope: 'prices', clock: () => at('10:00') }, async (revision) => {
    for (const [date, close] of Object.entries(closes)) {
      const { date: sessionDate, ...bar } = aBar(date, close, more)
      const row = { ...bar, sessionDate, instrumentId, source: 'tencent', revision: 1 }
      await revision.tx.insert(secondBars).values({ ...row, flags: [], recordedAt: revision.recordedAt })
    }
    return confirmSuspects(revision, { instrumentId, timezone })
  })
}

const held = async (db: Db) =>
  db.query.bars.findMany({
    where: ({ supersededAt }, { isNull }) => isNull(supersededAt),
    orderBy: ({ sessionDate }, { asc }) => asc(sessionDate),
  })

describe('a bar under suspicion', () => {
  storeTest(
    'Q37, Q38: is confirmed by another source within half a percent, not beyond',
    async ({ shanghai }) => {
      await writeBars(shanghai, { at: at('08:00'), ticker }, [
        aBar('2026-11-12', 40),
        aBar('2026-11-13', 48, suspect),
        aBar('2026-11-16', 58, suspect),
        aBar('2026-11-17', 70, { ...suspect, status: 'provisional' }),
      ])
      expect(
        (
          await confirm(shanghai, {
            '2026-11-12': 40,
            '2026-11-13': 48.2,
            '2026-11-16': 57.5,
            '2026-11-17': 70,
          })
        ).rows,
      ).toBe(1)
      expect(
        (await held(shanghai)).map(({ close, flags, revision, source }) => [close, flags, revision, source]),
      ).toEqual([
        [40, [], 1, 'yahoo'],
        [48, ['confirmed'], 2, 'yahoo'],
        [58, ['suspect'], 1, 'yahoo'],
        [70, ['suspect'], 1, 'yahoo'],
      ])
    },
  )

  storeTest(
    'stays confirmed whatever its source says of it, as long as the figures stay',
    async ({ shanghai }) => {
      await writeBars(shanghai, { at: at('08:00'), ticker }, [aBar('2026-11-13', 48, suspect)])
      await confirm(shanghai, { '2026-11-13': 48 })
      await writeBars(shanghai, { at: at('11:00'), ticker }, [aBar('2026-11-13', 48, suspect)])
      await writeBars(shanghai, { at: at('12:00'), ticker }, [aBar('2026-11-13', 48, { basis: 'splits' })])
      expect(await held(shanghai)).toMatchObject([{ flags: ['confirmed'], revision: 2 }])
      await writeBars(shanghai, { at: at('13:00'), ticker }, [aBar('2026-11-13', 47, { basis: 'splits' })])
      expect(await held(shanghai)).toMatchObject([{ close: 47, flags: [], revision: 3 }])
    },
  )

  storeTest(
    'is compared split-adjusted: a raw 480 is 48 after ten for one on the 17th',
    async ({ shanghai }) => {
      await writeActions(shanghai, { at: at('08:00'), ticker }, [
        { kind: 'split', exDate: day('2026-11-17'), numerator: 10, denominator: 1, flags: [] },
      ])
      // Fetched the evening before, on the scale of then: 480. What it would read as when written again is ten times that.
      await writeBars(shanghai, { at: instant('2026-11-16T08:00:00.000Z'), ticker }, [
        aBar('2026-11-12', 480, suspect),
      ])
      await writeBars(shanghai, { at: at('09:00'), ticker }, [aBar('2026-11-13', 48, suspect)])
      expect((await confirm(shanghai, { '2026-11-12': 480, '2026-11-13': 480 }, { basis: 'raw' })).rows).toBe(
        1,
      )
      expect((await held(shanghai)).map(({ flags }) => flags)).toEqual([['suspect'], ['confirmed']])
    },
  )
})
