/**
 * The feeds of governments, each asked through the real client on the stand-in. Their formats stand on what is known of
 * them (WordPress, DNN, Drupal, press corner): no answer of theirs is recorded.
 */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { describe, expect, test } from 'vitest'
import type { Provider } from '../../jobs/providers/define-provider.ts'
import { providers } from '../../jobs/providers/index.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { euPressRoute } from '../support/stand-in/eu-press.ts'
import type { StandInRoute } from '../support/stand-in/route.ts'
import { ustrRoute } from '../support/stand-in/ustr.ts'
import { warGovRoute } from '../support/stand-in/war-gov.ts'
import { whiteHouseRoute } from '../support/stand-in/white-house.ts'

const now = '2026-11-20T22:00:00Z'

const rehearseWith = async <Query>(
  provider: Provider<Query, PolicyDocument>,
  route: StandInRoute,
  query: Query,
) => {
  const { ask, meet, standIn } = await rehearseProvider(provider, [route], { now })
  return { ask: async () => ask(query), meet: async (fault: string) => meet(fault, query), standIn }
}

const rehearse = {
  'white-house': async () => rehearseWith(providers['white-house'], whiteHouseRoute(), null),
  releases: async () => rehearseWith(providers['war-gov'], warGovRoute(), { feed: 'releases' }),
  contracts: async () => rehearseWith(providers['war-gov'], warGovRoute(), { feed: 'contracts' }),
  ustr: async () => rehearseWith(providers.ustr, ustrRoute(), null),
  'eu-press': async () => rehearseWith(providers['eu-press'], euPressRoute(), null),
}
const feeds = ['white-house', 'releases', 'contracts', 'ustr', 'eu-press'] as const

const idsOf = (items: readonly PolicyDocument[]) => items.map(({ sourceId }) => sourceId)

describe('the White House', () => {
  test('lists the newest ten: moment, day of signature, and of the text what is watched for', async () => {
    const r = await rehearse['white-house']()
    const { items, complete, rejects, warnings } = okOf(await r.ask())
    expect([items.length, complete, rejects, warnings]).toEqual([10, true, [], []])
    const magnets = items.find(({ title }) => title.includes('Permanent Magnets'))
    expect(magnets).toMatchObject({
      sourceId: expect.stringMatching(/^https:\/\/www\.whitehouse\.gov\/\?p=60\d{3}$/),
      type: 'presidential-document',
      title: 'Strengthening the Domestic Supply of Rare–Earth Permanent Magnets',
      precision: 'instant',
      abstract:
        'By the authority vested in me as President by the Constitution and the laws of the United States of America, it is hereby ordered: […]',
      excerpt: 'Section 1. Purpose. Neodymium and dysprosium are essential to our defense industrial base.',
      issuers: ['The White House'],
      // The order it mentions is another one.
      numbers: [],
    })
    for (const { signedOn, publishedOn } of items) expect(signedOn).toBe(publishedOn)
    expect(r.standIn.log()).toMatchObject([
      { path: '/presidential-actions/feed/', headers: { 'user-agent': expect.stringMatching(/^Mozilla/) } },
    ])
  })

  test('has a number where the title or the heading gives it', async () => {
    const { items } = okOf(await (await rehearse['white-house']()).meet('numbered'))
    expect(items.map(({ numbers }) => numbers).slice(0, 3)).toEqual([
      [{ scheme: 'executive-order', number: '14399' }],
      [{ scheme: 'proclamation', number: '11055' }],
      [],
    ])
  })
})

describe('the Department of War', () => {
  test('of a day’s contracts keeps the award in which a watched name stands, and no other', async () => {
    const { items } = okOf(await (await rehearse.contracts()).ask())
    expect(items).toHaveLength(20)
    const watched = items.filter(({ excerpt }) => excerpt !== null)
    expect(watched).toHaveLength(6)
    for (const { type, abstract, excerpt } of watched)
      expect({ type, abstract, excerpt }).toEqual({
        type: 'contract',
        abstract: null,
        excerpt:
          'MP Materials Corp., Las Vegas, Nevada, is awarded a $9,600,000 agreement under Title III of the Defense Production Act for heavy rare earth separation.',
      })
    for (const { abstract } of items) expect(abstract).toBeNull()
  })

  test('of releases keeps the summary', async () => {
    const { items } = okOf(await (await rehearse.releases()).ask())
    expect(items[0]).toMatchObject({
      type: 'press-release',
      abstract: 'The Office of Strategic Capital today announced “an agreement”.',
    })
  })

  test('P20: moved to its other name it is followed, to anybody else’s it is not', async () => {
    const r = await rehearse.releases()
    expect(okOf(await r.meet('P20-moved')).items).toHaveLength(20)
    expect(await r.meet('P20-sold')).toMatchObject({
      kind: 'broken',
      why: 'redirect',
      detail: expect.stringContaining('war-news.example.com'),
    })
  })
})

describe('the others', () => {
  test('the Trade Representative’s links begin at its site', async () => {
    const { items } = okOf(await (await rehearse.ustr()).ask())
    expect(items).toHaveLength(10)
    expect(items[0]).toMatchObject({
      sourceId: expect.stringMatching(/^100\d{3} at https:\/\/ustr\.gov$/),
      url: expect.stringMatching(/^https:\/\/ustr\.gov\/about-us\/.*\/release-\d+$/),
      abstract: 'WASHINGTON – The Office of the United States Trade Representative today announced …',
    })
  })

  test('P27: the press corner lists its newest ten of all subjects, each with its number', async () => {
    const { items } = okOf(await (await rehearse['eu-press']()).ask())
    expect(items).toHaveLength(10)
    for (const { url, numbers } of items)
      expect(numbers).toEqual([{ scheme: 'eu-press', number: `IP/26/${url.split('_').at(-1)}` }])
  })
})

describe.each(feeds)('%s', (feed) => {
  test('P16: is the same document without its guid’s scheme, and with tracking in its link', async () => {
    const r = await rehearse[feed]()
    const usual = okOf(await r.ask()).items
    const moved = okOf(await r.meet('P16-moved')).items
    expect(idsOf(moved).map((id) => id.replace('http:', 'https:'))).toEqual(idsOf(usual))
    expect(moved.map(({ url }) => url)).toEqual(usual.map(({ url }) => url))
    const bare = okOf(await r.meet('P16-no-guid')).items
    expect(idsOf(bare)).toEqual(usual.map(({ url }) => url))
  })

  test('P17: without a date that can be read its day is unknown, and it is told', async () => {
    const r = await rehearse[feed]()
    for (const fault of ['P17-missing', 'P17-invalid', 'P17-summer', 'P17-future', 'P17-1970']) {
      const { items, warnings } = okOf(await r.meet(fault))
      expect([fault, items[0]?.precision, items[0]?.publishedOn]).toEqual([fault, 'unknown', null])
      expect(warnings).toMatchObject([{ code: 'P17', count: 1 }])
    }
  })

  test('P20, P21, P22: a page, nothing, half a feed and entities without end are broken', async () => {
    const r = await rehearse[feed]()
    for (const [fault, why] of [
      ['P20-html', 'html-instead'],
      ['P20-gone', '4xx'],
      ['P21', 'schema'],
      ['P22', 'schema'],
    ] as const)
      expect([fault, await r.meet(fault)]).toMatchObject([fault, { kind: 'broken', why }])
    expect(await r.meet('empty')).toMatchObject({ kind: 'empty' })
  })

  test('a link of another kind puts its item aside, markup is taken out', async () => {
    const r = await rehearse[feed]()
    const whole = okOf(await r.ask()).items.length
    const { items, rejects } = okOf(await r.meet('other-schemes'))
    expect(items).toHaveLength(whole - 1)
    expect(rejects).toMatchObject([
      { index: 1, reason: 'the link is no http(s) address: javascript:alert(document.domain)' },
    ])
    expect(okOf(await r.meet('markup')).items[1]?.title).toBe('Bold & plain')
  })
})
