/** One row of the chain added, changed or taken off, looked at and written while nobody else can write. */
import { readRow, type EditablePart } from '@oreline/shared/domain/chain/read-row.ts'
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import type { KnownNames } from '@oreline/shared/domain/chain/row-faults.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Db, Executor } from './client.ts'
import { listInstrumentIds } from './instrument-list.ts'
import { assertBase } from './policy-catalogue.ts'
import { faultyInput } from './policy-event-edits.ts'
import { writeEdits } from './reference-edits.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { inRevision } from './revision.ts'

type RowName = { readonly part: EditablePart; readonly slug: string }
type RowEdit = RowName & {
  readonly row: Readonly<Record<string, unknown>>
  /** The revision the editor started from; null: there was no such row. */
  readonly base: number | null
  readonly reason: EditReason
}

/** Refuses with `edit-conflict`, or with `invalid-input` listing every fault as `row.<field>`; then nothing is written. */
export async function putChainRow(db: Db, clock: Clock, edit: RowEdit): Promise<void> {
  const { part, slug, row, base, reason } = edit
  const key = `${part}/${slug}`
  await inRevision(db, { scope: 'reference', clock }, async (revision) => {
    const rows = await listReference(revision.tx, 'chain', { asOf: null })
    const held = rows.find((one) => one.key === key) ?? null
    assertBase(`The row ${key}`, base, held)
    const read = readRow({ part, slug, row }, bodyOf(held), await knownNames(revision.tx, rows))
    if (read.row === null)
      throw faultyInput(
        read.faults.map(({ field, why }) => ({ field: field === '' ? 'row' : `row.${field}`, why })),
      )
    const record = { kind: 'chain', key, body: read.row } as const
    const action = base === null ? 'create' : 'edit'
    return { rows: await writeEdits(revision, [record], { reason, action }) }
  })
}

/** Takes a row off; refused while money of another is counted in it. It stays readable as of then. */
export async function removeChainRow(
  db: Db,
  clock: Clock,
  { part, slug, base, reason }: RowName & { readonly base: number; readonly reason: EditReason },
): Promise<void> {
  const key = `${part}/${slug}`
  if (part === 'element')
    throw new AppError('invalid-input', 'There are seventeen rare earths, whatever one says of them.', {
      parameter: 'part',
    })
  await inRevision(db, { scope: 'reference', clock }, async (revision) => {
    const rows = await listReference(revision.tx, 'chain', { asOf: null })
    const held = rows.find((one) => one.key === key)
    if (held === undefined) throw unknownChainRow(key)
    assertBase(`The row ${key}`, base, held)
    const counted = [...moneyOf(rows)].filter(([, money]) => money.counted_in === key).map(([id]) => id)
    if (counted.length > 0)
      throw new AppError(
        'invalid-input',
        `These are counted in it, change them first: ${counted.join(', ')}.`,
        {
          parameter: 'slug',
          extra: { named_by: counted },
        },
      )
    return {
      rows: await writeEdits(revision, [{ kind: 'chain', key, body: null }], { reason, action: 'remove' }),
    }
  })
}

export const unknownChainRow = (key: string): AppError =>
  new AppError('unknown-chain-row', `no such row: ${key}`, { parameter: 'slug' })

/** What rows may name, as it is held; `rows`: the chain's. */
export async function knownNames(tx: Executor, rows: readonly ReferenceRow[]): Promise<KnownNames> {
  const events = await listReference(tx, 'policy-event', { asOf: null })
  return {
    events: new Set(events.map(({ key }) => key)),
    tickers: new Set((await listInstrumentIds(tx)).keys()),
    money: moneyOf(rows),
  }
}

const moneyOf = (rows: readonly ReferenceRow[]): KnownNames['money'] =>
  new Map(
    rows
      .filter(({ key }) => key.startsWith('money/'))
      .map(({ key, body }) => [key, chainPartSchemas.money.parse(body)]),
  )

const bodyOf = (row: ReferenceRow | null): object | null => (typeof row?.body === 'object' ? row.body : null)
