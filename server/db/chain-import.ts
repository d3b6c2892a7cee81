/** A file of the whole chain taken in: looked at and written in one turn, all of it or nothing. */
import type { ChainPreview, postChainFile } from '@oreline/shared/api/chain-file.ts'
import { planChainImport, readChainFile } from '@oreline/shared/domain/chain/chain-import.ts'
import { chainMetaSchema } from '@oreline/shared/domain/chain/records.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { hash } from 'node:crypto'
import type * as z from 'zod'
import { knownNames } from './chain-edits.ts'
import type { Db, Executor } from './client.ts'
import type { OperatorRecord } from './operator-record.ts'
import { faultyInput } from './policy-event-edits.ts'
import { writeEdits } from './reference-edits.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { inRevision } from './revision.ts'

type ChainFile = z.output<(typeof postChainFile)['body']>['chain']
type Import = { readonly chain: ChainFile; readonly base: string | null; readonly reason: EditReason }

const SHOWN_FAULTS = 100

/** What taking the file in would do; writes nothing. */
export async function previewChain(db: Executor, file: ChainFile): Promise<ChainPreview> {
  const held = await listReference(db, 'chain', { asOf: null })
  const { added, changed, unchanged, missing, faults } = await planned(db, file, held)
  return {
    added: added.map(({ key }) => key),
    changed: changed.map(({ key, fields }) => ({ id: key, fields })),
    unchanged,
    missing: [...missing],
    fault_count: faults.length,
    faults: faults.slice(0, SHOWN_FAULTS),
    base: baseOf(held),
  }
}

/** Takes the file in. Refuses with every fault, or with `edit-conflict` where `base` is of another chain. */
export async function importChain(db: Db, clock: Clock, { chain: file, base, reason }: Import) {
  return inRevision(db, { scope: 'reference', clock }, async (revision) => {
    const held = await listReference(revision.tx, 'chain', { asOf: null })
    if (base !== null && base !== baseOf(held))
      throw new AppError('edit-conflict', 'The chain has changed since the preview: look at it again.', {
        parameter: 'base',
      })
    const { added, changed, unchanged, missing, faults } = await planned(revision.tx, file, held)
    if (faults.length > 0)
      throw faultyInput(
        faults.slice(0, SHOWN_FAULTS).map(({ field, why }) => ({ field: `chain.${field}`, why })),
      )
    const writes = [...added, ...changed].map(({ key, body }) => recordOf(key, body))
    const rows = await writeEdits(revision, [...writes, ...toldAnew(file, held)], {
      reason,
      action: 'import',
    })
    return { rows, added: added.length, changed: changed.length, unchanged, kept: missing.length }
  })
}

async function planned(db: Executor, file: ChainFile, held: readonly ReferenceRow[]) {
  const { chain, faults } = readChainFile(file)
  if (chain === null) return { added: [], changed: [], unchanged: 0, missing: [], faults }
  return planChainImport(chain, held, await knownNames(db, held))
}

const recordOf = (key: string, body: object): OperatorRecord => ({ kind: 'chain', key, body })

/** The days a file was compiled on and reaches to, where it has others; the order of what is held stays. */
function toldAnew(
  { as_of, newest_period_covered }: ChainFile,
  held: readonly ReferenceRow[],
): OperatorRecord[] {
  const meta = held.find(({ key }) => key === 'meta')
  const told = chainMetaSchema.parse(meta?.body ?? { as_of, newest_period_covered, order: [] })
  const isSame = told.as_of === as_of && told.newest_period_covered === newest_period_covered
  return meta !== undefined && isSame ? [] : [recordOf('meta', { ...told, as_of, newest_period_covered })]
}

/** Names the chain as it is held, revision by revision. */
const baseOf = (held: readonly ReferenceRow[]): string =>
  hash('sha256', held.map(({ id }) => id).join(), 'base64url').slice(0, 22)
