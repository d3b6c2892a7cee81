/**
 * Public inspection and MOFCOM on their way into the store (providers.md 9.4): two stages and two languages of one act are
 * one item, and failure never looks like emptiness.
 */
import { describe, expect } from 'vitest'
import { revisionsOf, says } from '../support/kept-documents.ts'
import { test } from '../support/kept-store.ts'

const hours = 3_600_000
const days = 24 * hours

describe('public inspection', () => {
  test('P08: a filing and its print, whatever zeros they bear, are one item in two stages', async ({
    kept,
  }) => {
    kept.standIn.scenario('federal-register', 'P08', 2)
    await kept.run('policy-federal-register')
    const [filed, printed] = [
      await revisionsOf(kept, 'federal-register-inspection', '2026-7333'),
      await revisionsOf(kept, 'federal-register', '2026-7333'),
    ]
    expect([filed.at(-1)?.body.stage, printed.at(-1)?.body.stage]).toEqual(['inspection', 'scheduled'])
    expect(filed.at(-1)?.itemId).toBe(printed.at(-1)?.itemId)
  })

  test('P09: a day that is opened again or moved is a revision, and said', async ({ kept }) => {
    for (const fault of ['P09-open', 'P09-moved']) {
      kept.standIn.scenario('federal-register', fault)
      expect(await kept.run('policy-inspection')).toMatchObject({ outcome: 'ok', rowsWritten: 1 })
      kept.time.advance(60_000)
    }
    const days_ = (await revisionsOf(kept, 'federal-register-inspection', '2026-7333')).map(
      ({ publishedOn }) => publishedOn,
    )
    expect(days_).toEqual(['2026-11-23', null, '2026-12-04'])
    expect(
      says(kept, 'source.note', 'federal-register-inspection').map(([level, note]) => [level, note]),
    ).toEqual([
      [30, 'publication of 2026-7333 is open again'],
      [30, 'publication of 2026-7333 moved to 2026-12-04'],
    ])
  })

  test('P07: withdrawn by its note; gone without a word it vanishes after ten weekdays, as long as the register answers', async ({
    kept,
  }) => {
    kept.standIn.scenario('federal-register', 'P07-withdrawn')
    await kept.run('policy-inspection')
    const stages = async () =>
      (await revisionsOf(kept, 'federal-register-inspection', '2026-7333')).map(({ body }) => body.stage)
    expect(await stages()).toEqual(['inspection', 'withdrawn'])
    kept.time.advance(60_000)
    await kept.run('policy-inspection')
    expect(await stages()).toEqual(['inspection', 'withdrawn', 'inspection'])
    const withoutIt = async () => {
      kept.standIn.scenario('federal-register', 'P07-gone')
      expect(await kept.run('policy-inspection')).toMatchObject({ outcome: 'ok' })
      kept.time.advance(60_000)
    }
    kept.time.advance(13 * days)
    await kept.run('policy-federal-register')
    await withoutIt()
    expect((await stages()).at(-1)).toBe('inspection')
    kept.time.advance(5 * days)
    // The register has been silent for too long to say that nothing was printed.
    await withoutIt()
    expect((await stages()).at(-1)).toBe('inspection')
    await kept.run('policy-federal-register')
    await withoutIt()
    expect((await stages()).at(-1)).toBe('vanished')
    await withoutIt()
    expect(await stages()).toHaveLength(4)
  })

  test('P01, P02: a list of nothing, or none at all, leaves every document', async ({ kept }) => {
    const before = await kept.dataRows()
    for (const [fault, why] of [
      ['P01-inspection', 'vanished'],
      ['P02-inspection', 'schema'],
    ] as const) {
      kept.standIn.scenario('federal-register', fault)
      expect(await kept.run('policy-inspection')).toMatchObject({ rowsWritten: 0 })
      expect((await kept.sourceRows()).get('federal-register-inspection')).toMatchObject({
        state: 'broken',
        why,
      })
      kept.time.advance(hours)
    }
    expect(await kept.dataRows()).toEqual(before)
  })
})

describe('MOFCOM', () => {
  test('P23: that fails is broken since when, nothing changes, and the English page is asked', async ({
    kept,
  }) => {
    const before = await kept.dataRows()
    for (const fault of ['P23', 'P23-none']) {
      kept.standIn.scenario('mofcom', fault)
      const { sources } = await kept.run('policy-mofcom')
      expect(sources.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
        'mofcom broken',
        'mofcom-en unchanged',
      ])
      expect((await kept.sourceRows()).get('mofcom')).toMatchObject({
        state: 'broken',
        why: 'schema',
        since: '2026-11-20T22:30:05.000Z',
      })
      kept.time.advance(hours)
    }
    expect(await kept.dataRows()).toEqual(before)
    kept.standIn.scenario('mofcom', 'H04-challenge')
    await kept.run('policy-mofcom')
    expect((await kept.sourceRows()).get('mofcom')).toMatchObject({ state: 'blocked', why: 'challenge' })
  })

  test('P23: ids that have changed are found on the page, and told', async ({ kept }) => {
    kept.standIn.scenario('mofcom', 'P23-ids', 3)
    expect(await kept.run('policy-mofcom')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    expect(says(kept, 'source.warning', 'mofcom')).toMatchObject([
      [40, 'P23', expect.stringContaining('new ids')],
    ])
  })

  test('P24, P26: without a number it is an item of its own, and so is one that suspends others', async ({
    kept,
  }) => {
    const items: (number | null)[] = []
    for (const [fault, title] of [
      ['P24', '商务部 海关总署公告 公布对超硬材料相关物项实施出口管制的决定'],
      ['P26', '商务部公告2026年第70号 关于暂停实施商务部公告2025年第55号等公告的公告'],
    ] as const) {
      kept.standIn.scenario('mofcom', fault)
      expect(await kept.run('policy-mofcom')).toMatchObject({ outcome: 'ok', rowsWritten: 1 })
      const all = await revisionsOf(kept, 'mofcom')
      const added = all.find(({ body }) => body.title === title)
      expect(added).toMatchObject({ wasThereBefore: false, revision: 1 })
      expect(all.filter(({ itemId }) => itemId === added?.itemId)).toHaveLength(1)
      items.push(added?.itemId ?? null)
      kept.time.advance(60_000)
    }
    expect(new Set(items).size).toBe(2)
  })

  test('P25: the English text, a week later, belongs to the Chinese item', async ({ kept }) => {
    const chinese = new Map(
      (await revisionsOf(kept, 'mofcom')).map(({ body, itemId }) => [body.numbers[0]?.number, itemId]),
    )
    const english = await revisionsOf(kept, 'mofcom-en')
    const both = english.filter(({ body }) => chinese.has(body.numbers[0]?.number))
    expect(both.length).toBeGreaterThan(2)
    for (const { body, itemId } of both) expect(itemId).toBe(chinese.get(body.numbers[0]?.number))
  })
})
