/** What an operator says about commodity series by hand, each call as one transaction. */
import type { CommodityPoint } from '@oreline/shared/domain/commodities/commodity-point.ts'
import type { Commodity } from '@oreline/shared/domain/commodities/commodity.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Db } from './client.ts'
import { writeCommodity } from './commodities.ts'
import { upsertCommodityPoints } from './commodity-points.ts'
import { withRevision } from './revision.ts'

/** Describes a series, new or known. Its points stay as they are: a description is corrected, figures are not converted. */
export async function describeCommodity(db: Db, clock: Clock, commodity: Commodity): Promise<void> {
  await withRevision(db, { scope: 'commodities', clock }, (revision) => writeCommodity(revision, commodity))
}

/** Gives the number of points that were new or changed. Refuses a day that stands there twice. */
export async function addPoints(
  db: Db,
  clock: Clock,
  series: string,
  points: readonly Omit<CommodityPoint, 'flags'>[],
): Promise<number> {
  const days = points.map(({ date }) => date)
  const twice = days.find((day, place) => days.indexOf(day) < place)
  if (twice !== undefined)
    throw new AppError('invalid-input', `${twice} stands there twice`, { parameter: 'points' })
  const { rows } = await withRevision(db, { scope: 'commodities', clock }, (revision) =>
    upsertCommodityPoints(revision, {
      series,
      points: points.map((point) => ({ ...point, flags: [] })),
      source: 'import',
      payloadId: null,
    }),
  )
  return rows
}
