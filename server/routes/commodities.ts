import {
  getCommodities,
  getCommodityPoints,
  postCommodityPoints,
  putCommodity,
  type CommodityPointRow,
} from '@oreline/shared/api/commodities.ts'
import { buildConversion } from '@oreline/shared/domain/commodities/conversion.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { addPoints, describeCommodity } from '../db/commodity-writes.ts'
import { listCommodityPoints, type HeldPoint } from '../db/commodity-points.ts'
import { metaNow } from '../http/meta-now.ts'
import { keyOf, tokenOf } from '../http/page-token.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'
import { commodityRow, commodityRows, knownCommodity, ratesFor } from '../rows/commodity-rows.ts'

const tokenSchema = z.tuple([isoDateSchema])

export const commodityRoutes = [
  readRoute(
    getCommodities,
    { reads: ['commodities'], changesWith: 'data' },
    async (_, { snapshot, asOf }) => ({
      data: [...(await commodityRows(snapshot, asOf))],
      meta: { sources: ['import'] },
    }),
  ),

  readRoute(
    getCommodityPoints,
    { reads: ['commodities', 'fx'], changesWith: 'data' },
    async ({ params, query }, { snapshot, asOf }) => {
      const { from, to, limit } = query
      const commodity = await knownCommodity(snapshot, params.series, asOf)
      const [after] = keyOf(query.next, tokenSchema) ?? [null]
      const asked = { series: commodity.id, from, to, asOf, after, limit: limit + 1 }
      const found = await listCommodityPoints(snapshot, asked)
      const points = found.slice(0, limit)
      const rates = await ratesFor(snapshot, { commodity, into: query.currency, points, asOf })
      const conversion = buildConversion(commodity, query, rates)
      if ('refused' in conversion)
        throw new AppError('invalid-input', conversion.why, { parameter: conversion.refused })
      const { unit, convert, said } = conversion
      const rows = points.map((point) => pointRow(commodity.id, unit, point, convert(point)))
      const last = rows.at(-1)
      const sources = new Set(rows.map(({ source }) => source))
      if (rows.some((row) => row.fx_date !== null)) sources.add('ecb')
      return {
        data: rows,
        meta: {
          sources: [...sources],
          units: { value: unit, low: unit, high: unit },
          currency: query.currency === 'USD' ? 'USD' : commodity.currency,
          adjusted: said.length === 0 ? null : said.join('; '),
          next: found.length > limit && last !== undefined ? tokenOf([last.date]) : null,
        },
      }
    },
  ),

  route(putCommodity, async ({ params, body }, { db, clock, now }) => {
    const commodity = { ...body, id: params.series }
    await describeCommodity(db, clock, commodity)
    return {
      data: await commodityRow(db, commodity),
      meta: await metaNow(db, now, ['import'], ['commodities']),
    }
  }),

  route(postCommodityPoints, async ({ params, body }, { db, clock, now }) => {
    const commodity = await knownCommodity(db, params.series, null)
    const rowsWritten = await addPoints(db, clock, commodity.id, body.points)
    return {
      data: { series: commodity.id, rows_read: body.points.length, rows_written: rowsWritten },
      meta: await metaNow(db, now, ['import'], ['commodities']),
    }
  }),
]

function pointRow(
  series: string,
  unit: string,
  { date, flags, source, recordedAt }: HeldPoint,
  {
    value,
    low,
    high,
    fxDate,
  }: Pick<CommodityPointRow, 'value' | 'low' | 'high'> & {
    readonly fxDate: CommodityPointRow['fx_date']
  },
): CommodityPointRow {
  return {
    series,
    date,
    value,
    low,
    high,
    unit,
    fx_date: fxDate,
    flags: [...flags],
    source,
    recorded_at: recordedAt,
  }
}
