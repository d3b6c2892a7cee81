import { floatsOf, instantsOf } from '@oreline/server/db/binary-arrays.ts'
import { array, assert, asyncProperty, date, double, option } from 'fast-check'
import { expect } from 'vitest'
import { test } from '../../support/test.ts'

test('whatever float8s PostgreSQL holds come back to the last bit, nulls in their places', async ({
  store: { sql },
}) => {
  await assert(
    asyncProperty(
      array(option(double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 }),
      async (floats) => {
        const json = JSON.stringify(floats.map((float) => (float === null ? null : String(float))))
        const [row] = await sql<{ sent: Buffer }[]>`
        select array_send(array_agg(value::float8 order by place)) as sent
        from jsonb_array_elements_text(${json}::jsonb) with ordinality element (value, place)`
        // PostgreSQL keeps the sign of zero, JSON.stringify above does not.
        expect(floatsOf(row?.sent ?? Buffer.alloc(20)).map((float) => (float === 0 ? 0 : float))).toEqual(
          floats.map((float) => (float === 0 ? 0 : float)),
        )
      },
    ),
    { numRuns: 50 },
  )
})

test('instants come back as they are printed elsewhere, before 2000 too', async ({ store: { sql } }) => {
  const moment = date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  await assert(
    asyncProperty(array(moment, { minLength: 1 }), async (moments) => {
      const instants = moments.map((each) => each.toISOString())
      const [row] = await sql<{ sent: Buffer }[]>`
        select array_send(array_agg(value::timestamptz order by place)) as sent
        from jsonb_array_elements_text(${JSON.stringify(instants)}::jsonb) with ordinality element (value, place)`
      expect(instantsOf(row?.sent ?? Buffer.alloc(20))).toEqual(instants)
    }),
    { numRuns: 50 },
  )
})
