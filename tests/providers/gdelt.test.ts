import { describe, expect, test } from 'vitest'
import { gdelt } from '../../jobs/providers/gdelt.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { gdeltRoute } from '../support/stand-in/gdelt.ts'

const rehearse = async () => rehearseProvider(gdelt, [gdeltRoute()], { now: '2026-11-20T22:00:00Z' })
const meet = async (fault: string, times = 1) => (await rehearse()).meet(fault, null, { times })

describe('GDELT', () => {
  test('is asked for today and yesterday, six seconds apart, with OR in parentheses and few letters', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(null))
    expect([items.length, complete]).toEqual([24, true])
    const [today, yesterday] = r.standIn.log()
    expect([today?.query.get('startdatetime'), yesterday?.query.get('enddatetime')]).toEqual([
      '20261120000000',
      '20261119235959',
    ])
    const query = today?.query.get('query') ?? ''
    expect([query.length <= 250, /^\([^()]* OR [^()]*\) sourcelang:english$/.test(query)]).toEqual([
      true,
      true,
    ])
    expect((yesterday?.atMs ?? 0) - (today?.atMs ?? 0)).toBeGreaterThanOrEqual(6_000)
    expect(items[0]).toMatchObject({
      type: 'news',
      // As people write it, not as GDELT spaces it.
      title: 'Beijing tightens rare earth export curbs, story 11',
      url: 'https://paper-11.example.com/20261120/story-11',
      // The day on which it was found; nobody says when it was published.
      publishedOn: '2026-11-20',
      publishedAt: null,
      precision: 'day',
      issuers: ['paper-11.example.com'],
    })
  })

  test('P28: words in the place of JSON are its reason, a question of ours that it refuses', async () => {
    expect(await meet('P28')).toMatchObject({
      kind: 'broken',
      why: 'schema',
      detail: 'not json, content type text/html: "Your query was too short or too long."',
    })
  })

  test('P29: too many requests on the first call: asked once, and left alone until the next slot', async () => {
    const r = await rehearse()
    expect(await r.meet('P29', null)).toMatchObject({ kind: 'blocked', why: '429' })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('P30: {} is nothing found, bad escapes are mended once', async () => {
    expect(await meet('P30', 2)).toMatchObject({ kind: 'empty' })
    const { items } = okOf(await meet('P30-escapes', 2))
    expect(items[0]?.title).toBe('Beijing tightens rare-earth "dust" éx export curbs, story 11')
    expect(await meet('H20')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('P31: copies of one title found on one day are one story with every place; found again, the same', async () => {
    const r = await rehearse()
    const { items } = okOf(await r.meet('P31', null))
    const story = items.find(({ title }) => title.includes('slow'))
    expect([items.length, story?.issuers.length]).toEqual([25, 40])
    expect(story).toMatchObject({
      title: "China's rare earth licences are slow to come",
      // Found first.
      url: 'https://local-39.example.org/20261120/story-0',
    })
    const again = okOf(await r.meet('P31', null)).items.find(({ title }) => title.includes('slow'))
    expect(again).toEqual(story)
  })

  test('H24: an article that is none is put aside; more than a fifth of them, and the answer is broken', async () => {
    expect(okOf(await meet('H24')).rejects).toMatchObject([
      { index: 1, reason: 'the link is no http(s) address' },
    ])
    expect(await meet('H24-many')).toMatchObject({ kind: 'broken', detail: '4 of 12 articles are bad' })
  })
})
