import { getFloorGaps, getFloors } from '@oreline/shared/api/floors.ts'
import { buildConversion } from '@oreline/shared/domain/commodities/conversion.ts'
import { gapDays } from '@oreline/shared/domain/floor/gap.ts'
import { floorOf, floorsOf } from '@oreline/shared/domain/floor/floor.ts'
import { likeForLike } from '@oreline/shared/domain/floor/like-for-like.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listCommodityPoints } from '../db/commodity-points.ts'
import { listReference } from '../db/reference-rows.ts'
import { readRoute } from '../read-route.ts'
import { knownCommodity, ratesFor } from '../rows/commodity-rows.ts'
import { worldDay } from '../rows/world-day.ts'

/** More than a daily price has since there have been exchanges. */
const MOST_POINTS = 50_000

export const floorRoutes = [
  readRoute(
    getFloors,
    { reads: ['reference'], changesWith: 'day' },
    async ({ query }, { snapshot, asOf, now }) => {
      const rows = await listReference(snapshot, 'policy-event', { asOf })
      const events = rows.map(({ body }) => policyEventSchema.parse(body))
      return {
        data: [...floorsOf(events, worldDay(query.at, { asOf, now }))],
        meta: {
          sources: [...new Set(rows.map(({ origin }) => origin))],
          units: { value: 'USD/kg' },
          currency: 'USD',
        },
      }
    },
  ),

  readRoute(
    getFloorGaps,
    { reads: ['reference', 'commodities', 'fx'], changesWith: 'data' },
    async ({ params, query }, { snapshot, asOf, now }) => {
      const [row] = await listReference(snapshot, 'policy-event', { asOf, key: params.event })
      const floor =
        row === undefined
          ? null
          : floorOf(policyEventSchema.parse(row.body), worldDay(undefined, { asOf, now }))
      if (floor === null)
        throw new AppError('unknown-event', `${params.event} sets no price floor in figures.`, {
          parameter: 'event',
        })
      const commodity = await knownCommodity(snapshot, params.series, asOf)
      const footing = likeForLike(commodity, query)
      if (footing.kind === 'refused')
        throw new AppError(
          'invalid-input',
          `${commodity.name} cannot be held against the floor: ${footing.objections.map(({ why }) => why).join('; ')}.`,
          { parameter: footing.objections.find(({ offer }) => offer !== null)?.offer ?? 'series' },
        )
      const { from, to } = query
      const points = await listCommodityPoints(snapshot, {
        series: commodity.id,
        from,
        to,
        asOf,
        after: null,
        limit: MOST_POINTS,
      })
      const rates = await ratesFor(snapshot, { commodity, into: 'USD', points, asOf })
      const conversion = buildConversion(commodity, footing.wanted, rates)
      if ('refused' in conversion)
        throw new AppError('invalid-input', conversion.why, { parameter: conversion.refused })
      const priced = points.map((point) => {
        const { value, fxDate } = conversion.convert(point)
        return { ...point, value: point.flags.includes('suspect') ? null : value, fxDate }
      })
      return {
        data: gapDays(floor, priced).map(({ date, value, gap, fxDate, source, recordedAt }) => ({
          event_id: floor.event_id,
          series: commodity.id,
          date,
          market: value,
          floor: floor.value,
          gap,
          fx_date: fxDate,
          source,
          recorded_at: recordedAt,
        })),
        meta: {
          sources: [...new Set(points.map(({ source }) => source))],
          units: { market: 'USD/kg', floor: 'USD/kg', gap: 'USD/kg' },
          currency: 'USD',
          adjusted: conversion.said.length === 0 ? null : conversion.said.join('; '),
        },
      }
    },
  ),
]
