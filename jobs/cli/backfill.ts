import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { rootMessage } from '@oreline/shared/kernel/root-message.ts'
import type { AskTools } from '../providers/ask-provider.ts'
import { buildAskTools } from '../ask-tools.ts'
import { sourceJobs } from '../jobs/index.ts'
import { backfillFrom } from '../providers/yahoo.ts'
import { buildReferenceShelf, type Reference } from '../reference-shelf.ts'
import type { Reach } from '../source-job.ts'
import { askAll, type Asked } from './backfill/ask-all.ts'
import { isMissing, summaryDocument, summaryText, type Outcome } from './backfill/summary.ts'
import { CommandRefusal, unknownWord } from './command-refusal.ts'
import { defineCommand, type CommandTools, type Given } from './define-command.ts'
import { nearestWord } from './nearest.ts'
import type { Progress } from './progress.ts'

/** Whole histories of everything, by the very functions of the jobs. */
export const backfill = defineCommand({
  name: 'backfill',
  does: 'pull whole histories from every source into the store',
  about: [
    'Asks every source for its whole history: daily bars, dividends and splits of all instruments',
    'from Yahoo, bars to hold against them from Tencent and, with a key, from EODHD, filings from',
    'the SEC, the ASX and the Shanghai exchange, exchange rates from the ECB, and what the Federal',
    'Register and China’s Ministry of Commerce have published, as history and not as news. Only',
    'what is new or has changed is written, each change as a revision: running it twice writes',
    'nothing twice, and nothing stored is lost. A source of quotes, filings or rates that has never',
    `answered is asked from ${backfillFrom} on whatever --from says, so that no hole is left. Feeds`,
    'that list their newest documents alone have no history and are not asked.',
    '',
    'It may run while Oreline serves, and works on the same store beside it. Requests keep the',
    'distance that each host asks for, so that it takes some ten minutes. Ctrl-C ends it; what is',
    'stored stays, and the next backfill writes the rest.',
  ],
  options: [
    {
      name: 'from',
      takes: 'DATE',
      does: `the first day wanted; ${backfillFrom} unless given`,
    },
    {
      name: 'to',
      takes: 'DATE',
      does: 'the last day of quotes wanted; today unless given (other sources reach to today)',
    },
  ],
  operand: {
    name: 'ticker',
    does: 'only these instruments; without any, all of them, exchange rates and documents',
  },
  examples: [
    { line: 'pnpm oreline backfill', does: `everything from ${backfillFrom} on` },
    { line: 'pnpm oreline backfill MP LYC.AX', does: 'two instruments, quotes and filings' },
    { line: 'pnpm oreline backfill --from 2015-01-01 MP', does: 'further back' },
    { line: 'pnpm -s oreline backfill --json', does: 'for a script' },
  ],
  exitCodes: [
    { code: 0, means: 'everything answered; sources that are switched off are named and not counted' },
    { code: 1, means: 'something did not, and is named; what the others gave is stored' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; what had come is stored' },
  ],
  environment: [
    { variable: 'SEC_CONTACT', does: 'your e-mail for the SEC; without it its filings are missing' },
    { variable: 'EODHD_API_TOKEN', does: 'your key at EODHD; without it EODHD is not asked' },
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
    { variable: 'ORELINE_OFFLINE', does: '1: nothing can be asked, and the command says so' },
    { variable: 'LOG_LEVEL', does: 'debug: every request as a line on standard error' },
  ],
  run: async (given, tools) => {
    const { config, clock, log, signal, progress } = tools
    const from = given.dates['from'] ?? backfillFrom
    const to = given.dates['to'] ?? null
    if (to !== null && to < from) throw wrong(`--to ${to} lies before --from ${from}.`)
    if (config.offline)
      throw new CommandRefusal(
        'ORELINE_OFFLINE=1: no source may be asked, so there is nothing to backfill.',
        {
          exitCode: 1,
        },
      )
    const startedAt = clock()
    const { db } = await tools.openStore()
    const reference = await buildReferenceShelf(db)()
    const wanted = { reach: reachOf(from, to, reference, tools), tickers: tickersOf(given, reference) }
    const asking = countingAnswers(buildAskTools({ ...tools, db }), progress)
    const deps = { db, tools: asking, log, reference, offline: config.offline, signal, progress }
    const { steps, failure } = await askAll({ ...deps, jobs: sourceJobs }, wanted)
    if (failure !== undefined) log.error({ err: failure }, 'backfill.broke-off')
    const backfilled = {
      outcome: outcomeOf({ steps, failure }, signal),
      failure: failure === undefined ? null : rootMessage(failure),
      reach: wanted.reach,
      startedAt,
      finishedAt: clock(),
      steps,
    }
    return {
      exitCode: exitCodes[backfilled.outcome],
      text: summaryText(backfilled),
      document: summaryDocument(backfilled),
    }
  },
})

const exitCodes = { complete: 0, incomplete: 1, 'broke-off': 1, interrupted: 130 } as const

function outcomeOf({ steps, failure }: Asked, signal: AbortSignal): Outcome {
  if (failure !== undefined) return 'broke-off'
  if (!steps.some(isMissing)) return 'complete'
  return signal.aborted ? 'interrupted' : 'incomplete'
}

const wrong = (message: string): CommandRefusal => new CommandRefusal(message, { exitCode: 2 })

/** Where an exchange has not come to a day, it has no bars of it; an end that lies ahead is none. */
function reachOf(from: IsoDate, to: IsoDate | null, { sessions }: Reference, { clock }: CommandTools): Reach {
  const todays = Object.values(sessions).map(({ calendar }) => dateIn(calendar.timezone, clock()))
  const earliest = todays.toSorted()[0]
  if (earliest !== undefined && from > earliest)
    throw wrong(`--from ${from} lies ahead: at one of the exchanges it is still ${earliest}.`)
  return { from, to: to !== null && todays.some((today) => to < today) ? to : null }
}

function tickersOf({ operands }: Given, { instruments }: Reference): ReadonlySet<string> | null {
  const known: readonly string[] = instruments.map(({ ticker }) => ticker)
  for (const word of operands)
    if (!known.includes(word)) throw unknownWord('ticker', { word, nearest: nearestWord(word, known), known })
  return operands.length === 0 ? null : new Set(operands)
}

/** A step may take a hundred requests: the terminal shows that they come in. */
function countingAnswers({ http, ...tools }: AskTools, progress: Progress): AskTools {
  let answers = 0
  return {
    ...tools,
    http: {
      ask: async (request, policy) => {
        const answer = await http.ask(request, policy)
        answers += 1
        progress.answered(answers)
        return answer
      },
    },
  }
}
