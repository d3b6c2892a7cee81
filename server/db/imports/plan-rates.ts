import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { FxFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { judgeRates } from '@oreline/shared/domain/imports/judge-rates.ts'
import { readRates } from '@oreline/shared/domain/imports/read-rates.ts'
import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from '../client.ts'
import { upsertFxRates } from '../fx-rates.ts'
import { listRates } from '../rate-history.ts'
import { compareRows, previewOf, type ImportContext, type ImportPlan } from './import-plan.ts'
import { todayAnywhere } from './today-anywhere.ts'

/** Euro reference rates, of any number of currencies. */
export async function planRates(
  db: Executor,
  { text, fields }: { readonly text: string; readonly fields: FxFields },
  { now }: ImportContext,
): Promise<ImportPlan> {
  const reading = readRates(text, { format: fields.date_format, zone: null, today: todayAnywhere(now) })
  const currencies = [...new Set(reading.rows.map(({ currency }) => currency))]
  const held = await listRates(db, { currencies, from: undefined, to: undefined, asOf: null })
  const keyOf = ({ currency, date }: Pick<EuroRate, 'date'> & { readonly currency: string }) =>
    `${currency} ${date}`
  const heldBy = new Map(held.map((rate) => [keyOf(rate), rate.perEur]))
  const compared = compareRows<EuroRate, number>(reading.rows, {
    heldOf: (rate) => heldBy.get(keyOf(rate)),
    isSame: ({ perEur }, former) => perEur === former,
    isKept: () => fields.existing === 'fill',
  })
  const problems = judgeRates(
    reading.rows,
    held.map((rate) => ({ ...rate, currency: currencyCodeSchema.parse(rate.currency) })),
  )
  return {
    preview: previewOf(reading, {
      rows: reading.rows,
      compared,
      problems,
      sampleOf: ({ date, currency, perEur }) => ({ date, currency, per_eur: perEur }),
    }),
    target: 'fx',
    scope: 'fx',
    write: async (revision, payloadId) =>
      upsertFxRates(revision, {
        rates: [...compared.fresh, ...compared.changed].map(({ currency, date, perEur }) => ({
          currency,
          date,
          perEur,
        })),
        source: 'import',
        payloadId,
      }),
  }
}
