import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { markVanished } from '@oreline/server/db/policy-documents.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { describe, expect } from 'vitest'
import { aDocument, federalRegister, mofcom, takeIn as takeInNow } from '../../support/documents.ts'
import { test } from '../../support/test.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const { clock, advance } = virtualTime('2026-11-20T12:00:00Z')
const DAY = 86_400_000

async function takeIn(
  db: Db,
  source: string,
  documents: readonly PolicyDocument[],
  isFirstAnswer: boolean = false,
): Promise<number> {
  advance(60_000)
  return takeInNow({ db, clock }, source, documents, isFirstAnswer)
}

const itemsOf = async (db: Db) =>
  db.query.inboxItems.findMany({ orderBy: ({ id }, { asc }) => asc(id), columns: { readWith: false } })
const documentsOf = async (db: Db) =>
  db.query.policyDocuments.findMany({ orderBy: ({ recordedAt }, { asc }) => asc(recordedAt) })

describe('documents in the store', () => {
  test('are one row however often they are listed, a revision when changed, and stay when they are listed no more', async ({
    db,
  }) => {
    const first = federalRegister('2026-12345', { title: 'Rare earth reporting' })
    const twice = { ...first, title: 'Rare earth reporting, listed twice' }
    expect(await takeIn(db, 'federal-register', [first, twice], true)).toBe(1)
    expect(await takeIn(db, 'federal-register', [first])).toBe(0)
    advance(DAY)
    expect(await takeIn(db, 'federal-register', [])).toBe(0)
    expect(await takeIn(db, 'federal-register', [first])).toBe(0)
    const edited = { ...first, abstract: 'cut in a char\uD83D\0acter' }
    expect(await takeIn(db, 'federal-register', [edited])).toBe(1)
    const [former, now] = await documentsOf(db)
    expect(former?.supersededAt).toBe(now?.recordedAt)
    expect(now).toMatchObject({
      revision: 2,
      firstSeenAt: former?.firstSeenAt,
      itemId: former?.itemId,
      wasThereBefore: true,
      body: { title: 'Rare earth reporting', abstract: 'cut in a char\uFFFDacter' },
    })
    expect(await itemsOf(db)).toMatchObject([{ matched: true, mergedInto: null }])
  })

  test('go to their copies: by number, by title and days, and a bridge folds the later item into the earlier', async ({
    db,
  }) => {
    const title = 'Immediate Measures to Increase American Output of Ores'
    const fromWhiteHouse = aDocument({ sourceId: '?p=1', title, publishedOn: '2026-11-10' })
    const inspected = federalRegister('2026-07333', { stage: 'inspection', publishedOn: null })
    await takeIn(db, 'white-house', [fromWhiteHouse])
    await takeIn(db, 'federal-register-inspection', [
      { ...inspected, title: 'Immediate measures; corrected words' },
    ])
    expect(await itemsOf(db)).toMatchObject([
      { id: 1, mergedInto: null, matched: false },
      { id: 2, mergedInto: null, matched: false },
    ])
    const printed = federalRegister('2026-7333', {
      type: 'presidential-document',
      title: `Executive Order 14900 of November 10, 2026—${title}`,
      abstract: 'Critical minerals',
      publishedOn: '2026-11-16',
    })
    await takeIn(db, 'federal-register', [printed])
    expect(await itemsOf(db)).toMatchObject([
      { id: 1, mergedInto: null, matched: true },
      { id: 2, mergedInto: 1 },
    ])
    expect((await documentsOf(db)).map(({ itemId }) => itemId)).toEqual([1, 1, 1])

    await takeIn(db, 'mofcom', [mofcom('2026-30', { title: '商务部公告2026年第30号 公布对稀土物项的决定' })])
    await takeIn(db, 'mofcom-en', [
      mofcom('2026-30', { language: 'en', title: 'Announcement No. 30 of 2026', sourceId: 'english' }),
    ])
    expect((await documentsOf(db)).slice(-2).map(({ itemId }) => itemId)).toEqual([3, 3])
  })

  test('vanish ten business days after they were listed last, unless their number was published', async ({
    db,
  }) => {
    const laidOut = (number: string) =>
      federalRegister(number, { stage: 'inspection', title: `Rare earths ${number}` })
    await takeIn(db, 'federal-register-inspection', [laidOut('2026-1'), laidOut('2026-2')])
    await takeIn(db, 'federal-register', [federalRegister('2026-2', { title: 'Rare earths 2026-2' })])
    const mark = async () =>
      withRevision(db, { scope: 'documents', clock }, async (revision) =>
        markVanished(revision, { source: 'federal-register-inspection' }),
      )
    advance(13 * DAY)
    expect((await mark()).rows).toBe(0)
    advance(3 * DAY)
    expect((await mark()).rows).toBe(1)
    expect((await mark()).rows).toBe(0)
    const vanished = (await documentsOf(db)).filter(({ body }) => body.stage === 'vanished')
    expect(vanished).toMatchObject([{ sourceId: '2026-1', revision: 2, itemId: 1 }])
  })
})
