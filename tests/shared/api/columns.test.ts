/** The columns of CSV against the rows they are of: a misspelt one would be empty for ever. */
import { endpoints } from '@oreline/shared/api/endpoints.ts'
import type { Endpoint } from '@oreline/shared/kernel/endpoint.ts'
import { expect, test } from 'vitest'
import * as z from 'zod'

const all: readonly Endpoint[] = endpoints
const tables = all.flatMap(({ method, path, response, columns }) =>
  columns === undefined ? [] : [[`${method} ${path}`, { response, columns }] as const],
)

const partsSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
})

/** The schemas of a member of the objects of a JSON schema; of a list, that of its items. Empty: there is no such member. */
function membersOf(schema: unknown, name: string): readonly unknown[] {
  const { properties = {}, additionalProperties, anyOf = [] } = partsSchema.parse(schema)
  const own =
    properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
  const found = [...(own === undefined ? [] : [own]), ...anyOf.flatMap((one) => membersOf(one, name))]
  return found.map((one) => partsSchema.parse(one).items ?? one)
}

test.for(tables)('%s has in its rows what its columns name, each once', ([, { response, columns }]) => {
  const rows = membersOf(z.toJSONSchema(response, { io: 'input' }), 'data')
  const unheld = columns.filter((column) => {
    const held = column.split('.').reduce((found, name) => found.flatMap((one) => membersOf(one, name)), rows)
    return held.length === 0
  })
  expect(unheld).toEqual([])
  expect(new Set(columns).size).toBe(columns.length)
})
