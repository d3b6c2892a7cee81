import { describe, expect, test } from 'vitest'
import { loggedError } from '../../server/logged-error.ts'

describe('an error in the log', () => {
  test('of the store is the reason, not the statement with all its rows', () => {
    const cause = Object.assign(new Error('could not extend file: No space left on device'), {
      code: '53100',
    })
    const rows = 'secret '.repeat(100_000)
    const text = JSON.stringify(
      loggedError(new Error(`Failed query: insert into bars params: ${rows}`, { cause })),
    )
    expect(text).toContain('No space left on device')
    expect(text).toContain('53100')
    expect(text).toContain('insert into bars')
    expect(text.length).toBeLessThan(5_000)
  })

  test('of our own keeps its name, message and where it came from', () => {
    const error = loggedError(new RangeError('out of reach'))
    expect(error).toMatchObject({ type: 'RangeError', message: 'out of reach' })
    expect(JSON.stringify(error)).toContain('logged-error.test')
  })

  test.each([['a word'], [undefined], [{ odd: true }]])('may be %o, which is no error', (thrown) => {
    expect(loggedError(thrown)).toHaveProperty('message')
  })
})
