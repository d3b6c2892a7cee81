import { describe, expect, it } from 'vitest'
import { vintageChanges } from '../../../web/features/timeline/vintage-changes.ts'
import { vintageRow } from '../rows.ts'

type Given = Parameters<typeof vintageRow>[0]
const changed = (before: Given, after: Given) => vintageChanges(vintageRow(before), vintageRow(after))

describe('what a revision changed', () => {
  it('is nothing of the first one', () => {
    expect(vintageChanges(null, vintageRow({}))).toBe('First stored, final.')
    expect(vintageChanges(null, vintageRow({ flags: ['suspect'] }))).toBe(
      'First stored, final, under review.',
    )
  })

  it.each<[Given, Given, string]>([
    [{ status: 'provisional', close: 61 }, {}, 'Close 61.00 to 61.20 (+0.33 %); provisional to final.'],
    [{ source: 'starter' }, {}, 'From Yahoo Finance instead of Starter history.'],
    [{}, { volume: 1_300_000 }, 'Volume 1,200,000 to 1,300,000.'],
    [{ volume: null }, {}, 'Volume 1,200,000 added.'],
    [{}, { open: null }, 'Open 60.00 left out.'],
    [{}, { adj_close: 60.9 }, 'Adjusted close 61.20 to 60.90.'],
    [{ flags: ['suspect'] }, {}, 'No longer under review.'],
    [{}, { flags: ['suspect'] }, 'Put under review.'],
    [{}, { basis: 'raw' }, 'Stored again without a change of these figures.'],
  ])('in words, most telling first', (before, after, words) => {
    expect(changed(before, after)).toBe(words)
  })

  it('names a rescaling of the whole series before its figures: a split of 2 for 1', () => {
    const halved = {
      epoch: 1,
      open: 30,
      high: 31,
      low: 29.75,
      close: 30.6,
      adj_close: 30.6,
      volume: 2_400_000,
    }
    expect(changed({}, halved)).toBe(
      'The whole series was rescaled; close 61.20 to 30.60 (−50.00 %); open 60.00 to 30.00; high 62.00 to 31.00; low 59.50 to 29.75; adjusted close 61.20 to 30.60; volume 1,200,000 to 2,400,000.',
    )
  })
})
