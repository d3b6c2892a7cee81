/** How values cross between PostgreSQL and JavaScript, the same through drizzle and through plain SQL. */
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Sql } from 'postgres'
import { parseTimestamptz } from './timestamptz.ts'

/** pg_type.oid of the types that are read or written otherwise than postgres.js or drizzle would. */
const OID = { int8: 20, json: 114, date: 1082, timestamp: 1114, timestamptz: 1184, jsonb: 3802 } as const

/**
 * Sets up a pool's types: days and instants are strings (no JS Date), bigint is a number, JSON may be given as a value
 * or as text. drizzle() replaces some of these with its own, so this is called again after it.
 */
export function plainTypes({ options: { parsers, serializers } }: Sql): void {
  parsers[OID.int8] = parseInt8
  parsers[OID.timestamptz] = parseTimestamptz
  for (const oid of [OID.date, OID.timestamp]) parsers[oid] = asIs
  for (const oid of [OID.date, OID.timestamp, OID.timestamptz]) serializers[oid] = asIs
  // drizzle hands over text, plain SQL a value.
  for (const oid of [OID.json, OID.jsonb])
    serializers[oid] = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
}

const asIs = (value: unknown): unknown => value

function parseInt8(text: string): number {
  const value = Number(text)
  invariant(Number.isSafeInteger(value), `a bigint of ours is a safe integer, not ${text}`)
  return value
}
