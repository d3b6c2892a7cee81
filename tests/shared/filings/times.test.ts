import { shanghaiTime } from '@oreline/shared/domain/filings/shanghai-time.ts'
import { sydneyInstant } from '@oreline/shared/domain/filings/sydney-time.ts'
import { expect, test } from 'vitest'

test.for([
  ['2026-10-07T22:23:09.000Z', '2026-10-07T22:23:09.000Z'],
  ['2020-04-29T14:45:12+1000', '2020-04-29T04:45:12.000Z'],
  ['2026-07-15T23:30:00+10:00', '2026-07-15T13:30:00.000Z'],
  ['2026-01-15T08:30', '2026-01-14T21:30:00.000Z'],
  ['2026-07-15 08:30:00', '2026-07-14T22:30:00.000Z'],
] as const)('F34: the ASX writes %s, meaning %s', ([text, at]) => {
  expect(sydneyInstant(text)).toBe(at)
})

test('F34: 02:30 on 5 April 2026 comes twice in Sydney, the earlier is meant', () => {
  expect(sydneyInstant('2026-04-05T02:30:00')).toBe('2026-04-04T15:30:00.000Z')
})

test('what is no moment is none', () => {
  for (const text of ['', 'yesterday', '2026-13-01T00:00:00Z', '2026-02-30T10:00:00'])
    expect(sydneyInstant(text)).toBeNull()
  for (const text of ['', '2026-08-27', '2026-02-30 18:02:11', '2026-08-27 24:02:11'])
    expect(shanghaiTime(text)).toBeNull()
})

test('F47: 18:02:11 in Beijing on 27 August is 10:02:11Z', () => {
  expect(shanghaiTime('2026-08-27 18:02:11')).toEqual({ day: '2026-08-27', at: '2026-08-27T10:02:11.000Z' })
  expect(shanghaiTime('2026-08-27 18:02:11.0')?.at).toBe('2026-08-27T10:02:11.000Z')
})
