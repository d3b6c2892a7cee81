import { describe, expect, it } from 'vitest'
import { gapReasonWords, gapSentence } from '../../../web/ui/gap-words.ts'
import { gapRow } from '../rows.ts'

type Given = Parameters<typeof gapRow>[0]
const sentence = (given: Given) => gapSentence(gapRow(given), (at) => at.slice(0, 16))

describe('a session without a price', () => {
  it.each<[Given, string]>([
    [{}, 'no price from Yahoo Finance; 3 tries, next 2026-11-22T10:00'],
    [{ tries: 1 }, 'no price from Yahoo Finance; 1 try, next 2026-11-22T10:00'],
    [{ tries: 10, next_try_at: null }, 'no price from Yahoo Finance; 10 tries, given up'],
    [{ tries: 0, source: null, next_try_at: null }, 'no price; not asked for again yet'],
    [{ kind: 'halt', explanation: 'Trading halt' }, 'trading halted: Trading halt'],
    [{ kind: 'halt' }, 'trading halted'],
    [{ kind: 'closure' }, 'no price from Yahoo Finance, nor for any other stock of the exchange'],
  ])('in one sentence for the chart', (given, words) => {
    expect(sentence(given)).toBe(words)
  })

  it('and what the source said about it', () => {
    expect(gapReasonWords('missing', 'yahoo')).toBe('Yahoo Finance has no such session')
    expect(gapReasonWords('null_ohlc', 'yahoo')).toBe('Yahoo Finance has the session without figures')
    expect(gapReasonWords('missing', null)).toBe('no source has it')
  })
})
