import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf, paragraphsOf } from '../../jobs/providers/feed/plain-text.ts'
import { passagesOf } from '../../jobs/providers/feed/passages.ts'
import { publishedOf } from '../../jobs/providers/feed/published.ts'
import { instant } from '../support/brands.ts'

const timeZone = timeZoneSchema.parse('America/New_York')
const fetchedAt = instant('2026-11-20T22:00:00.000Z')

describe('P17: when it was published', () => {
  const at = (text: string | null) => {
    const { publishedOn, publishedAt, precision } = publishedOf(text, { timeZone, fetchedAt })
    return [precision, publishedAt ?? publishedOn]
  }
  test.each([
    ['Fri, 20 Nov 2026 16:05:30 EST', 'instant', '2026-11-20T21:05:30.000Z'],
    ['Wed, 15 Jul 2026 09:00:00 EDT', 'instant', '2026-07-15T13:00:00.000Z'],
    ['20 Nov 2026 16:05 GMT', 'minute', '2026-11-20T16:05:00.000Z'],
    ['Fri, 20 Nov 26 16:05:00 UT', 'instant', '2026-11-20T16:05:00.000Z'],
    ['Friday, 20 November 2026 16:05:00 -0500 (EST)', 'instant', '2026-11-20T21:05:00.000Z'],
    ['2026-11-20T16:05:00.123-05:00', 'instant', '2026-11-20T21:05:00.000Z'],
    ['2026-11-20', 'day', '2026-11-20'],
    // Midnight on the publisher's own clock is a day without a time, in Greenwich it is an evening in New York.
    ['Fri, 20 Nov 2026 00:00:00 -0500', 'day', '2026-11-20'],
    ['Fri, 20 Nov 2026 00:00:00 GMT', 'instant', '2026-11-20T00:00:00.000Z'],
    ['Fri, 20 Nov 2026 16:05:00', 'day', '2026-11-20'],
    // The clock of the host, a few minutes ahead of ours.
    ['Fri, 20 Nov 2026 22:05:00 GMT', 'instant', '2026-11-20T22:05:00.000Z'],
  ])('%s: %s %s', (text, precision, moment) => {
    expect(at(text)).toEqual([precision, moment])
  })

  test.each([
    ['missing', null],
    ['no date', 'yesterday, about noon'],
    ['no such day', 'Mon, 31 Nov 2026 09:00:00 GMT'],
    ['no such hour', 'Fri, 20 Nov 2026 25:00:00 GMT'],
    ['EST in summer', 'Wed, 15 Jul 2026 09:00:00 EST'],
    ['EDT in winter', 'Fri, 20 Nov 2026 09:00:00 EDT'],
    ['a zone nobody knows', 'Fri, 20 Nov 2026 09:00:00 XYZ'],
    ['a zone out of this world', 'Fri, 20 Nov 2026 09:00:00 +2500'],
    ['ahead of the clock', 'Fri, 20 Nov 2026 22:11:00 GMT'],
    ['tomorrow', '2026-11-21'],
    ['1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('%s: unknown, so that the day it was first seen stands', (_, text) => {
    expect(at(text)).toEqual(['unknown', null])
  })

  test('never lies ahead, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(...'GMT,EST,EDT,PST,CEST,+0930,-1100,'.split(',')),
        (date, zone) => {
          const text = date.toUTCString().replace('GMT', zone).trim()
          const { publishedOn, publishedAt, precision } = publishedOf(text, { timeZone, fetchedAt })
          expect((publishedOn ?? '') <= '2026-11-20').toBe(true)
          expect(publishedAt === null || publishedAt <= '2026-11-20T22:10:00.000Z').toBe(true)
          expect(precision === 'unknown').toBe(publishedOn === null)
        },
      ),
    )
  })
})

describe('passages', () => {
  test('are the paragraphs in which something watched for stands, whole', () => {
    expect(passagesOf(['An award for mining.', 'Of dysprosium.', 'Nothing.', 'For Lynas USA.'])).toBe(
      'Of dysprosium.\nFor Lynas USA.',
    )
    expect(passagesOf(['An award for mining.'])).toBe('')
  })

  test('of a paragraph without end are the words around each term, however far in it stands', () => {
    const filling = 'contract '.repeat(2_000)
    const passage = passagesOf([`${filling}MP Materials Corp. is awarded ${filling}and Lynas too ${filling}`])
    expect(passage).toMatch(
      /^…contract (contract )+MP Materials Corp\. is awarded (contract )+contract… …contract/,
    )
    expect(passage).toContain('and Lynas too')
    expect(passage.length).toBeLessThan(2_100)
  })
})

describe('words', () => {
  test('of a text nested without end are those before it gets too deep, at once', () => {
    // The parser slows down with every level: the whole of it would take minutes.
    expect(lineOf(`before ${'<div>x'.repeat(300_000)}`)).toMatch(/^before (x ){400,500}x$/)
  })

  test('never hold markup, controls or halves of characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '<p>', '<script>', '&#8;', '&lt;b&gt;'),
        (a, b) => {
          for (const line of [...paragraphsOf(`${a}${b}${a}`), lineOf(`${b}${a}`)]) {
            expect(line).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u)
            expect(line.isWellFormed()).toBe(true)
          }
        },
      ),
    )
    expect(lineOf('a<br>b<style>p{}</style><iframe>c</iframe> d &amp;lt; e')).toBe('a b d &lt; e')
  })
})
