import { eventPicture, type EventPicture } from '@oreline/shared/domain/pictures/event-picture.ts'
import { pictureLine } from '@oreline/shared/domain/pictures/picture-lines.ts'
import { escaped, wrapped } from '@oreline/shared/domain/pictures/svg.ts'
import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'

const mp = { ticker: tickerSchema.parse('MP'), calendar: 'XNYS' } as const
const announced = day('2025-07-10')
const closes = new Map([
  [day('2025-07-09'), 30],
  [day('2025-07-10'), 45],
  [day('2025-07-11'), 42],
  [day('2025-12-01'), 60],
])
const picture: EventPicture = {
  title: 'A <title> & "quotes" that is long enough to be broken over more than one line of it',
  kicker: 'US · price floor',
  state: 'In force since 1 Oct 2025, on 22 Nov 2026',
  announced,
  lines: [pictureLine(mp, { closes, base: day('2025-07-09') }, announced) ?? never()],
  moves: [{ ticker: 'MP', expected: '+', session: 0.5, lessBenchmark: null }],
  sources: 'Closes: starter.',
}

function never(): never {
  throw new Error('there are closes around the day')
}

describe('a line of the picture', () => {
  it('starts from 100 at the close before and holds the days around alone', () => {
    expect(picture.lines[0]?.points).toEqual([
      { day: -1, value: 100 },
      { day: 0, value: 150 },
      { day: 1, value: 140 },
    ])
  })

  it('is none without a close to start from', () => {
    expect(pictureLine(mp, { closes, base: null }, announced)).toBeNull()
    expect(pictureLine(mp, { closes, base: day('2025-07-08') }, announced)).toBeNull()
    expect(pictureLine(mp, { closes, base: day('2025-07-09') }, day('2020-01-01'))).toBeNull()
  })
})

describe('the picture', () => {
  it.each(['light', 'dark'] as const)('is well-formed XML and holds what it was told, %s', (theme) => {
    const svg = eventPicture(picture, theme)
    expect(XMLValidator.validate(svg)).toBe(true)
    const words = JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse(svg))
    for (const said of ['+50.0 %', '▲ up', '10 Jul 2025', 'Closes: starter.', '–'])
      expect(words).toContain(said)
    expect(svg).toContain('A &lt;title&gt; &amp; &quot;quotes&quot;')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('says so where no closes are held', () => {
    const svg = eventPicture({ ...picture, lines: [] }, 'light')
    expect(svg).toContain('No closes are held around this day.')
    expect(XMLValidator.validate(svg)).toBe(true)
  })

  it('is the same for the same facts', () => {
    expect(eventPicture(picture, 'light')).toBe(eventPicture({ ...picture }, 'light'))
  })
})

describe('text of a picture', () => {
  it('loses what XML cannot hold', () => {
    expect(escaped('a\u0000b\u001Fc<&>"\uD800𠮷')).toBe('abc&lt;&amp;&gt;&quot;𠮷')
  })

  it('breaks at spaces, and leaves a word that is too long by itself', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapped('extraterritorial act', 5)).toEqual(['extraterritorial', 'act'])
  })
})
