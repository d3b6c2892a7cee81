import { changedFields, isSameJson } from '@oreline/shared/domain/policy/changed-fields.ts'
import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'

describe('changedFields', () => {
  it('names what differs, in the order of the newer record, then what it lost', () => {
    expect(
      changedFields(
        { id: 'a', gone: 1, title: 'old', list: ['x', 'y'], same: { b: 1, a: null } },
        { title: 'new', id: 'a', list: ['y', 'x'], same: { a: null, b: 1 }, came: null },
      ),
    ).toEqual([
      { field: 'title', before: 'old', after: 'new' },
      { field: 'list', before: ['x', 'y'], after: ['y', 'x'] },
      { field: 'came', before: undefined, after: null },
      { field: 'gone', before: 1, after: undefined },
    ])
  })

  it('names every field of a record that begins or ends', () => {
    expect(changedFields(null, { a: null, b: 2 })).toEqual([
      { field: 'a', before: undefined, after: null },
      { field: 'b', before: undefined, after: 2 },
    ])
    expect(changedFields({ a: 1 }, null)).toEqual([{ field: 'a', before: 1, after: undefined }])
    expect(changedFields(null, null)).toEqual([])
  })

  it('finds nothing between a value and its copy, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(structuredClone(record)).toReversed())
        expect(changedFields(record, turned)).toEqual([])
      }),
    )
  })

  it('says of two values what Node says', () => {
    // JSON has one zero.
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
    const small = fc.jsonValue({ maxDepth: 2 })
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(isSameJson(one, other)).toBe(isDeepStrictEqual(plain(one), plain(other)))
      }),
    )
  })
})
