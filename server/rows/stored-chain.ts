/** The chain as it stood: each row with its id, in the order of the file. */
import {
  generalControlSchema,
  stageRowSchema,
  type AnnouncedMoney,
  type ChinaShare,
  type CoverageRow,
  type DisclosedFigure,
  type ElementRow,
  type GeneralControl,
  type StageRow,
} from '@oreline/shared/domain/chain/chain.ts'
import { chainMetaSchema, chainPartSchemas, type ChainPart } from '@oreline/shared/domain/chain/records.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type * as z from 'zod'
import type { Executor } from '../db/client.ts'
import { listChainRecords } from '../db/chain-records.ts'
import type { ReferenceRow } from '../db/reference-rows.ts'

/** A row as served. `revision` is what an edit starts from. */
type Stored<Row> = Row & {
  readonly id: string
  readonly revision: number
  readonly origin: ReferenceRow['origin']
  readonly recorded_at: Instant
}

/** `told` null: at that instant there was no chain yet, and no row of it. */
export type StoredChain = {
  readonly told: { readonly as_of: IsoDate; readonly newest_period_covered: IsoDate } | null
  readonly stages: readonly StageRow[]
  readonly elements: readonly Stored<ElementRow>[]
  readonly controls: readonly GeneralControl[]
  readonly coverage: readonly Stored<CoverageRow>[]
  readonly shares: readonly Stored<ChinaShare>[]
  readonly disclosed: readonly Stored<DisclosedFigure>[]
  readonly money: readonly Stored<AnnouncedMoney>[]
}

/** The chain at an instant; null: now. */
export async function readChain(db: Executor, asOf: Instant | null): Promise<StoredChain> {
  const records = await listChainRecords(db, asOf)
  const meta = records.find(({ key }) => key === 'meta')
  const recordsOf = (part: ChainPart) => records.filter(({ key }) => key.startsWith(`${part}/`))
  const rowsOf = <S extends z.ZodType<object>>(part: ChainPart, schema: S): Stored<z.output<S>>[] =>
    recordsOf(part).map(({ key, id, origin, recordedAt, body }) => ({
      ...schema.parse(body),
      id: key,
      revision: id,
      origin,
      recorded_at: recordedAt,
    }))
  return {
    told: meta === undefined ? null : toldOf(meta),
    stages: recordsOf('stage').map(({ body }) => stageRowSchema.parse(body)),
    elements: rowsOf('element', chainPartSchemas.element),
    controls: recordsOf('control').map(({ body }) => generalControlSchema.parse(body)),
    coverage: rowsOf('coverage', chainPartSchemas.coverage),
    shares: rowsOf('share', chainPartSchemas.share),
    disclosed: rowsOf('disclosed', chainPartSchemas.disclosed),
    money: rowsOf('money', chainPartSchemas.money),
  }
}

function toldOf({ body }: ReferenceRow): NonNullable<StoredChain['told']> {
  const { as_of, newest_period_covered } = chainMetaSchema.parse(body)
  return { as_of, newest_period_covered }
}

/** Who wrote those rows. */
export const originsOf = (...lists: readonly (readonly Pick<ReferenceRow, 'origin'>[])[]): string[] => [
  ...new Set(lists.flat().map(({ origin }) => origin)),
]
