/**
 * Columns as PostgreSQL's own binary arrays: what `array_send(array_agg(column))` gives. Numbers cross as the eight
 * bytes they are, instead of being written and read as decimals. Layout, all big-endian: five 32-bit words of header
 * (dimensions, has nulls, type, length, lower bound), then per element its size in bytes, -1 for null, and its bytes
 * (array_send in src/backend/utils/adt/arrayfuncs.c).
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'

const WORD = 4
const LENGTH_AT = 3 * WORD
const ELEMENTS_AT = 5 * WORD
const NULL_SIZE = -1
/** PostgreSQL counts from 2000-01-01T00:00:00Z, in microseconds. */
const EPOCH_MS = 946_684_800_000n

/** A float8[] of one dimension. */
export function floatsOf(array: Buffer): readonly (number | null)[] {
  const floats: (number | null)[] = []
  let at = ELEMENTS_AT
  for (let left = array.readInt32BE(LENGTH_AT); left > 0; left -= 1) {
    const size = array.readInt32BE(at)
    at += WORD
    floats.push(size === NULL_SIZE ? null : array.readDoubleBE(at))
    if (size !== NULL_SIZE) at += size
  }
  return floats
}

/** A timestamptz[] of one dimension without nulls; finer fractions than milliseconds are cut. */
export function instantsOf(array: Buffer): readonly Instant[] {
  // Rows are written together, so few of their instants differ.
  const known = new Map<bigint, Instant>()
  const instants: Instant[] = []
  let at = ELEMENTS_AT
  for (let left = array.readInt32BE(LENGTH_AT); left > 0; left -= 1) {
    invariant(array.readInt32BE(at) !== NULL_SIZE, 'an instant that is never null')
    const microseconds = array.readBigInt64BE(at + WORD)
    const instant = known.get(microseconds) ?? instantOf(Number(microseconds / 1_000n + EPOCH_MS))
    known.set(microseconds, instant)
    instants.push(instant)
    at += WORD + 8
  }
  return instants
}
