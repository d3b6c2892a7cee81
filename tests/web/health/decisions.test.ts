import { describe, expect, it } from 'vitest'
import { emptyDraft, readDraft } from '../../../web/features/health/override-draft.ts'
import { decisionWords, extentWords, sampleSentence } from '../../../web/features/health/quarantine-words.ts'
import { readRescaling, rescaleDraftOf } from '../../../web/features/health/rescale-draft.ts'
import { samplePoints } from '../../../web/features/health/sample-points.ts'
import { day } from '../../support/brands.ts'
import { quarantineRow } from '../rows.ts'

describe('an answer kept out', () => {
  it('is told with how much of it contradicts', () => {
    expect(extentWords(quarantineRow({}))).toBe(
      '17 days of 20 days compared differ, the factor between the scales being 0.5; they agree from 18 Nov 2026 on.',
    )
    expect(extentWords(quarantineRow({ k: null, agrees_from: null, compared: 1, differing: 1 }))).toBe(
      '1 day of 1 day compared differs.',
    )
    expect(extentWords(quarantineRow({ compared: 0, differing: 0 }))).toBe(
      'No day of it could be compared with what is held.',
    )
  })

  it('says before a decision what it will do', () => {
    expect(decisionWords('accept', quarantineRow({ whole: true }))[0]).toContain(
      'whole series MP is stored anew',
    )
    expect(decisionWords('accept', quarantineRow({ whole: false, kind: 'disagrees' }))[0]).toContain(
      'as corrections',
    )
    expect(decisionWords('discard', quarantineRow({}))[0]).toBe('What is held of MP stays as it is.')
  })

  it('has its picture in words too, whichever way the days come', () => {
    expect(
      sampleSentence([
        { date: day('2026-11-17'), held: 60.2, fresh: 30.1 },
        { date: day('2026-11-16'), held: 61, fresh: 30.5 },
      ]),
    ).toBe(
      'From 16 Nov 2026 to 17 Nov 2026 the held closes lie within 60.20 to 61.00, those that came within 30.10 to 30.50.',
    )
  })

  it('is drawn with the highest close on top and the lowest at the foot; one day or one price stands in the middle', () => {
    const size = { width: 100, height: 50, margin: 5 }
    const points = samplePoints(
      [
        { date: day('2026-11-16'), held: 61, fresh: 30.5 },
        { date: day('2026-11-17'), held: 60.2, fresh: 30.1 },
      ],
      size,
    )
    expect(points.map(({ x }) => x)).toEqual([5, 95])
    expect(points[0]?.held).toBe(5)
    expect(points[1]?.fresh).toBe(45)
    expect(samplePoints([{ date: day('2026-11-16'), held: 61, fresh: 61 }], size)).toEqual([
      { x: 50, held: 25, fresh: 25 },
    ])
  })
})

describe('a rescaling by hand', () => {
  it('begins with the factor and the day that Oreline found', () => {
    const draft = rescaleDraftOf(quarantineRow({}))
    expect(readRescaling(draft)).toEqual({
      kind: 'ready',
      body: { decision: 'rescale', k: 0.5, before: '2026-11-18' },
    })
  })

  it.each([
    [{ k: '', from: '', before: '2026-11-18' }, 'The factor is a number above 0, as 0.25.'],
    [{ k: '-2', from: '', before: '2026-11-18' }, 'The factor is a number above 0, as 0.25.'],
    [{ k: '2x', from: '', before: '2026-11-18' }, 'The factor is a number above 0, as 0.25.'],
    [{ k: '2', from: '', before: '' }, 'Which is the first day that stays as it came?'],
    [
      { k: '2', from: '2026-11-18', before: '2026-11-18' },
      'The first day to rescale lies before the first that stays.',
    ],
  ])('is not sent while something is wrong with it', (draft, why) => {
    expect(readRescaling(draft)).toEqual({ kind: 'faulty', why })
  })
})

describe('a day to overrule', () => {
  const draft = { ...emptyDraft, date: '2026-12-24', note: 'NYSE notice' }

  it('is stored with what is true about it; the time belongs to an early close alone', () => {
    expect(readDraft(draft)).toEqual({
      kind: 'ready',
      overruling: { calendar: 'XNYS', date: '2026-12-24', override: { kind: 'closed', note: 'NYSE notice' } },
    })
    expect(readDraft({ ...draft, kind: 'early-close', close: '13:00' })).toMatchObject({
      overruling: { override: { kind: 'early-close', close: '13:00' } },
    })
  })

  it('needs a day, a reason, and a time where it closes early', () => {
    const reading = readDraft({ ...draft, date: '', kind: 'early-close', close: 'noon', note: ' ' })
    expect(reading.kind === 'faulty' ? Object.keys(reading.faults).toSorted() : []).toEqual([
      'close',
      'date',
      'note',
    ])
  })
})
