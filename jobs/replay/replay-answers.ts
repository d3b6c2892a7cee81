/**
 * Kept answers, read again by today's parsers in the order in which they came.
 *
 * The rule: only an answer that could not be read, or that an older parser read and no later answer to the same question
 * has followed, has anything new to say. It is taken in as it would have been when it came, with the moment it came as
 * the parser's now. Where a later answer about the same thing is stored it only adds what is missing, and changes nothing
 * that is held: old answers never become the current rows. What it brings is recorded now, so that `as_of` goes on
 * telling what was stored then.
 */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Db, Executor } from '@oreline/server/db/client.ts'
import {
  listKeptAnswers,
  noteReread,
  readKeptBody,
  type KeptAnswer,
} from '@oreline/server/db/kept-answers.ts'
import { filingSources } from '../filings/filing-sources.ts'
import { ecb } from '../providers/ecb.ts'
import { eastmoney } from '../providers/eastmoney.ts'
import { eodhd } from '../providers/eodhd.ts'
import { euPress } from '../providers/eu-press.ts'
import { federalRegisterInspection } from '../providers/federal-register-inspection.ts'
import { federalRegister } from '../providers/federal-register.ts'
import { gdelt } from '../providers/gdelt.ts'
import { mofcomEn } from '../providers/mofcom-en.ts'
import { mofcom } from '../providers/mofcom.ts'
import { tencent } from '../providers/tencent.ts'
import { ustr } from '../providers/ustr.ts'
import { warGov, type WarFeed } from '../providers/war-gov.ts'
import { whiteHouse } from '../providers/white-house.ts'
import { yahoo } from '../providers/yahoo.ts'
import type { Reference } from '../reference-shelf.ts'
import { documentsReplayer } from './documents-replayer.ts'
import {
  filingsReplayer,
  quotesReplayer,
  ratesReplayer,
  type Replayer,
  type TakenAgain,
} from './take-again.ts'

/** Every source whose answers can be read again. */
export const replayers: readonly Replayer[] = [
  ...[yahoo, tencent, eastmoney, eodhd].map(quotesReplayer),
  ...Object.values(filingSources).map(filingsReplayer),
  ratesReplayer(ecb),
  ...[whiteHouse, ustr, euPress, gdelt].map((provider) => documentsReplayer(provider, () => null)),
  documentsReplayer(warGov, (key): { feed: WarFeed } => ({ feed: key === 'contracts' ? key : 'releases' })),
  ...[federalRegister, federalRegisterInspection, mofcom, mofcomEn].map((provider) =>
    documentsReplayer(provider, () => ({ since: null })),
  ),
]

export type ReplayDeps = {
  readonly db: Db
  readonly clock: Clock
  readonly reference: Reference
  readonly signal: AbortSignal
  readonly onBegin: (answers: number) => void
  readonly onAnswer: (replayed: Replayed) => void
  /** The sources and their parsers of today. */
  readonly replayers?: readonly Replayer[]
}

export type Wanted = {
  /** null: every source. */
  readonly source: string | null
  /** Answers that came on that day (UTC) or later; null: all that are kept. */
  readonly since: IsoDate | null
  /** Find out what would be written, and write nothing. */
  readonly dryRun: boolean
}

export type Replayed = { readonly kept: KeptAnswer; readonly taken: TakenAgain }

/** Each answer is a transaction of its own: what was taken in before Ctrl-C stays. */
export async function replayAnswers(deps: ReplayDeps, wanted: Wanted): Promise<readonly Replayed[]> {
  const { db, signal, onBegin, onAnswer, replayers: known = replayers } = deps
  const { source, since, dryRun } = wanted
  const chosen = known.filter((replayer) => source === null || replayer.source === source)
  const listed = await listKeptAnswers(db, { sources: chosen.map((replayer) => replayer.source), since })
  const due = listed.flatMap((kept) => {
    const replayer = chosen.find((each) => each.source === kept.source)
    const hasNews =
      replayer !== undefined && (kept.parseFailed || kept.parserVersion < replayer.parserVersion)
    return hasNews ? [{ kept, replayer }] : []
  })
  onBegin(due.length)
  const replayed: Replayed[] = []
  const takeAll = async (tx: Executor): Promise<void> => {
    for (const { kept, replayer } of due) {
      if (signal.aborted) return
      const taken = await tx.transaction(async (own) => take({ ...deps, db: own }, kept, replayer))
      replayed.push({ kept, taken })
      onAnswer({ kept, taken })
    }
  }
  await (dryRun ? undone(db, takeAll) : takeAll(db))
  return replayed
}

async function take(
  { db, clock, reference }: Pick<ReplayDeps, 'clock' | 'reference'> & { readonly db: Executor },
  kept: KeptAnswer,
  { parserVersion, take: takeAgain }: Replayer,
): Promise<TakenAgain> {
  const taken = await takeAgain({ db, clock, reference, kept, body: await readKeptBody(db, kept) })
  await noteReread(db, kept.id, { parserVersion, stored: taken.kind === 'stored' ? taken.at : null })
  return taken
}

/** Everything in one transaction that is taken back at the end. */
async function undone(db: Db, work: (tx: Executor) => Promise<void>): Promise<void> {
  const enough = new Error('a rehearsal is taken back')
  await db
    .transaction(async (tx) => {
      await work(tx)
      throw enough
    })
    .catch((error: unknown) => {
      if (error !== enough) throw error
    })
}
