import { describe, expect, it } from 'vitest'
import { sessionLines } from '../../../web/charts/selected-session.ts'
import { TODAY, catalogueAt, eventOf } from './timeline-parts.ts'

const events = catalogueAt(TODAY)
const linesOf = (id: string) =>
  sessionLines(eventOf(events, id), ['XNYS', 'XASX', 'XNYS', 'XSHG']).map(
    ({ date, calendars, sure }) => `${date} ${calendars.join(' ')} ${sure}`,
  )

describe('lines through the prices (design, section 5: worked cases)', () => {
  it('Announcement 70: New York on Friday, Sydney and Shanghai on Monday', () => {
    expect(linesOf('cn-2025-11-07-mofcom-70-suspension')).toEqual([
      '2025-11-07 XNYS true',
      '2025-11-10 XASX XSHG true',
    ])
  })

  it('the tariff post of 10 October 2025: not sure of New York', () => {
    const post = linesOf('us-2025-10-10-100-percent-tariff-threat')
    expect(post).toEqual(['2025-10-13 XNYS XASX XSHG false'])
  })

  it('leaves out exchanges that are not drawn', () => {
    const event = eventOf(events, 'cn-2025-11-07-mofcom-70-suspension')
    expect(sessionLines(event, ['XSHG']).map(({ calendars }) => calendars)).toEqual([['XSHG']])
  })
})
