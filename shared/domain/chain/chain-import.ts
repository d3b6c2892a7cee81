/** What taking in a file of the chain would do to the rows that are held. */
import * as z from 'zod'
import { changedFields, isSameJson, type FieldChange } from '../policy/changed-fields.ts'
import type { FieldFault } from '../policy/event-faults.ts'
import { chainSchema, type Chain } from './chain.ts'
import { readRow, strictFaults } from './read-row.ts'
import {
  chainPartSchemas,
  freeName,
  namedRows,
  rowOf,
  type ChainPart,
  type ChainRecord,
  type NamedRow,
} from './records.ts'
import { controlFaults, type KnownNames } from './row-faults.ts'

const rowsSchema = z.array(z.record(z.string(), z.unknown())).max(20_000)

/** A file before its rows are read, so that each fault can be named by its place. */
export const chainFileSchema = z.strictObject({
  as_of: chainSchema.shape.as_of,
  newest_period_covered: chainSchema.shape.newest_period_covered,
  stages: rowsSchema,
  elements: rowsSchema,
  controls_all_elements: rowsSchema,
  coverage: rowsSchema,
  china_share: rowsSchema,
  disclosed: rowsSchema,
  announced_money: rowsSchema,
})
type ChainFile = z.infer<typeof chainFileSchema>

const lists = [
  ['stages', 'stage'],
  ['elements', 'element'],
  ['controls_all_elements', 'control'],
  ['coverage', 'coverage'],
  ['china_share', 'share'],
  ['disclosed', 'disclosed'],
  ['announced_money', 'money'],
] as const

/** The chain of a file; null, with every fault as `coverage.12.expected`, where a row says what no row can say. */
export function readChainFile(file: ChainFile): {
  readonly chain: Chain | null
  readonly faults: readonly FieldFault[]
} {
  const faults = lists.flatMap(([list, part]) =>
    file[list].flatMap((row, place) =>
      strictFaults(part, row).map(({ field, why }) => ({ field: `${list}.${place}.${field}`, why })),
    ),
  )
  return faults.length > 0 ? { chain: null, faults } : { chain: chainSchema.parse(file), faults }
}

/** `missing`: held and not in the file, which says nothing of them: they stay. */
type ChainImportPlan = {
  readonly added: readonly Placed[]
  readonly changed: readonly (Placed & { readonly fields: FieldChange[] })[]
  readonly unchanged: number
  readonly missing: readonly string[]
  readonly faults: readonly FieldFault[]
}

/** A row of the file under the id it gets. */
type Placed = NamedRow & { readonly key: string }

/**
 * A row of the file is the held row that says the very same, else the one of its name, else a new one: a file that was
 * given out and brought in again changes nothing, whatever its rows are called.
 */
export function planChainImport(
  chain: Chain,
  held: readonly ChainRecord[],
  names: Omit<KnownNames, 'money'>,
): ChainImportPlan {
  const bodies = new Map(
    held.flatMap((record) => {
      const row = rowOf(record)
      return row === null ? [] : [[record.key, row] as const]
    }),
  )
  const placed = placedRows(chain, bodies)
  const inFile = new Set(placed.map(({ key }) => key))
  const different = placed.filter(({ key, body }) => !isSameJson(bodies.get(key), body))
  const result = [...bodies, ...placed.map(({ key, body }) => [key, body] as const)]
  const money = new Map(
    result
      .filter(([key]) => key.startsWith('money/'))
      .map(([key, body]) => [key, chainPartSchemas.money.parse(body)]),
  )
  return {
    added: different.filter(({ key }) => !bodies.has(key)),
    changed: different
      .filter(({ key }) => bodies.has(key))
      .map((row) => ({ ...row, fields: changedFields(bodies.get(row.key) ?? null, row.body) })),
    unchanged: placed.length - different.length,
    missing: [...bodies.keys()].filter((key) => !inFile.has(key)),
    faults: [...repeatFaults(placed), ...different.flatMap((row) => faultsOf(row, { ...names, money }))],
  }
}

function placedRows(chain: Chain, bodies: ReadonlyMap<string, object>): readonly Placed[] {
  const rows = namedRows(chain)
  // Both have their keys in the order of the schema, so that what says the same is written the same.
  const same = Map.groupBy(bodies.keys(), (key) => writtenAs(key, bodies.get(key)))
  const exact = rows.map(({ part, body }) => same.get(writtenAs(`${part}/`, body))?.shift())
  const taken = new Set(exact.filter((key) => key !== undefined))
  return rows.map((row, place) => {
    const key = exact[place] ?? freeName(row, taken)
    taken.add(key)
    return { ...row, key }
  })
}

const writtenAs = (key: string, body: object | undefined) => `${key.split('/')[0]} ${JSON.stringify(body)}`

function repeatFaults(rows: readonly Placed[]): readonly FieldFault[] {
  const places = new Map<string, NamedRow>()
  return rows.flatMap((row) => {
    const written = writtenAs(row.key, row.body)
    const former = places.get(written)
    places.set(written, former ?? row)
    return former === undefined ? [] : [{ field: placeOf(row), why: `stands at ${placeOf(former)} already` }]
  })
}

const placeOf = ({ list, place }: NamedRow) => `${list}.${place}`

function faultsOf(row: Placed, known: KnownNames): readonly FieldFault[] {
  const { part, key, body } = row
  return faultsIn(part, key.slice(part.length + 1), body, known).map(({ field, why }) => ({
    field: `${placeOf(row)}.${field}`,
    why,
  }))
}

function faultsIn(part: ChainPart, slug: string, body: object, known: KnownNames): readonly FieldFault[] {
  switch (part) {
    case 'stage':
      return chainPartSchemas.stage.parse(body).id === slug
        ? []
        : [{ field: 'id', why: 'stands there twice' }]
    case 'control':
      return controlFaults(chainPartSchemas.control.parse(body), slug, known)
    case 'element':
    case 'coverage':
    case 'share':
    case 'disclosed':
    case 'money':
      return readRow({ part, slug, row: { ...body } }, body, known).faults
  }
}
