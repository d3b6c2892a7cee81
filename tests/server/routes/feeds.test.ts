import ICAL from 'ical.js'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect } from 'vitest'
import { ask, test } from '../../support/app.ts'

describe('what others subscribe to', () => {
  test.for([
    ['/calendar.ics', 'text/calendar; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ] as const)(
    '%s has its type and a strong tag, and refuses what it does not know',
    async ([path, type], { shipped }) => {
      const { status, headers } = await ask(shipped, path)
      expect([status, headers['content-type']]).toEqual([200, type])
      const tag = String(headers['etag'])
      expect(await ask(shipped, path, { headers: { 'if-none-match': tag } })).toMatchObject({
        status: 304,
        text: '',
      })
      const problems = [
        ['nonsense=1', 'nonsense'],
        ['jurisdiction=china', 'jurisdiction'],
        ['element=Xx', 'element'],
      ] as const
      for (const [query, parameter] of problems) {
        const refused = await ask(shipped, `${path}?${query}`)
        expect(refused).toMatchObject({ status: 400, json: { parameter } })
        expect(refused.headers['content-type']).toContain('application/problem+json')
      }
      expect(await ask(shipped, `${path}?ticker=XYZ`)).toMatchObject({
        status: 404,
        json: { parameter: 'ticker' },
      })
    },
  )

  test('the filters narrow them, links lead to the public address', async ({ shipped }) => {
    const { text } = await ask(shipped, '/calendar.ics?jurisdiction=CN&days=30&alarm=1')
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(entries.length).toBeGreaterThan(2)
    for (const entry of entries) {
      expect(String(entry.getFirstPropertyValue('categories'))).toBeDefined()
      expect(String(entry.getFirstPropertyValue('url'))).toMatch(
        /^http:\/\/127\.0\.0\.1:4600\/events\/(cn|us-cn)-/,
      )
      const isPassed = String(entry.getFirstPropertyValue('summary')).startsWith('Outcome unconfirmed')
      expect(entry.getAllSubcomponents('valarm')).toHaveLength(isPassed ? 0 : 1)
    }
    // As the page reads any day, so does the file: the pause of Announcement 61 and 62 lies ahead of December 2025.
    const then = await ask(shipped, '/calendar.ics?jurisdiction=CN&at=2025-12-01')
    expect(then.text).toContain('DTSTART;VALUE=DATE:20261110')
    expect(then.text).not.toContain('outcome unconfirmed')
    const { text: feed } = await ask(shipped, '/feed.atom?instrument=price-floor')
    expect(XMLValidator.validate(feed)).toBe(true)
    expect(feed.match(/<entry>/g)).toHaveLength(2)
  })
})
