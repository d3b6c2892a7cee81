import type { CommodityPoint } from '@oreline/shared/domain/commodities/commodity-point.ts'
import { differingGround } from '@oreline/shared/domain/commodities/same-ground.ts'
import { judgePoints } from '@oreline/shared/domain/imports/judge-points.ts'
import type { CommodityFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { readPoints } from '@oreline/shared/domain/imports/read-points.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../client.ts'
import { findCommodity, writeCommodity } from '../commodities.ts'
import { listCommodityPoints, upsertCommodityPoints } from '../commodity-points.ts'
import { compareRows, previewOf, type ImportContext, type ImportPlan } from './import-plan.ts'
import { todayAnywhere } from './today-anywhere.ts'

/** More days than there are. */
const ALL = 1_000_000

/** Points of one series. Refuses a description that contradicts the one held: the points would be two things. */
export async function planPoints(
  db: Executor,
  { text, fields }: { readonly text: string; readonly fields: CommodityFields },
  { now }: ImportContext,
): Promise<ImportPlan> {
  const { series } = fields
  const known = await findCommodity(db, series.id, null)
  const [differing] = known === null ? [] : differingGround(known, series)
  if (known !== null && differing !== undefined)
    throw new AppError(
      'invalid-input',
      `${series.id} is held with ${differing} ${JSON.stringify(known[differing])}, the file comes with ${JSON.stringify(series[differing])}: give the series another id, or correct its description first`,
      { parameter: `fields.series.${differing}` },
    )
  const reading = readPoints(text, fields, {
    format: fields.date_format,
    zone: null,
    today: todayAnywhere(now),
  })
  const held = await listCommodityPoints(db, {
    series: series.id,
    from: undefined,
    to: undefined,
    asOf: null,
    after: null,
    limit: ALL,
  })
  const heldOn = new Map(held.map((point) => [point.date, point]))
  const compared = compareRows<CommodityPoint, CommodityPoint>(reading.rows, {
    heldOf: ({ date }) => heldOn.get(date),
    isSame: (a, b) => a.value === b.value && a.low === b.low && a.high === b.high,
    isKept: () => fields.existing === 'fill',
  })
  return {
    preview: previewOf(reading, {
      rows: reading.rows,
      compared,
      problems: judgePoints(reading.rows, held),
      sampleOf: ({ date, value, low, high }) => ({ date, value, low, high }),
    }),
    target: series.id,
    scope: 'commodities',
    write: async (revision, payloadId) => {
      if (known === null) await writeCommodity(revision, series)
      return upsertCommodityPoints(revision, {
        series: series.id,
        points: [...compared.fresh, ...compared.changed],
        source: 'import',
        payloadId,
      })
    },
  }
}
