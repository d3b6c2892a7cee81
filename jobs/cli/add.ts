import { askForInstrument } from '@oreline/server/db/instrument-requests.ts'
import { buildAskTools } from '../ask-tools.ts'
import type { AddedInstrument } from '../instruments/add-instrument.ts'
import { takeUpRequest } from '../instruments/take-up-request.ts'
import { buildReferenceShelf } from '../reference-shelf.ts'
import { CommandRefusal } from './command-refusal.ts'
import { defineCommand, type CommandResult } from './define-command.ts'

const symbolPattern = /^[A-Z0-9][A-Z0-9.^=-]{0,15}$/

/** Follows another instrument, by the very function of the job. */
export const add = defineCommand({
  name: 'add',
  does: 'follow another instrument, with its whole history',
  about: [
    'Asks Yahoo where the symbol is listed, stores the instrument and pulls its daily bars, dividends',
    'and splits from 2020-01-01 on. From then on the jobs keep it up to date, and the page offers it',
    'beside the others. Lines of New York, Sydney and Shanghai can be followed, for theirs are the',
    'calendars Oreline has; another is refused with the reason, and nothing is stored.',
    '',
    'It may run while Oreline serves. An instrument that is followed already is brought up to date.',
  ],
  options: [],
  operand: { name: 'symbol', does: 'as Yahoo writes it: USAR, ILU.AX, 600392.SS' },
  examples: [
    { line: 'pnpm oreline add USAR', does: 'USA Rare Earth, Nasdaq' },
    { line: 'pnpm oreline add ILU.AX ARU.AX', does: 'two Australian miners' },
    { line: 'pnpm -s oreline add USAR --json', does: 'for a script' },
  ],
  exitCodes: [
    { code: 0, means: 'every symbol is followed and its history is stored' },
    { code: 1, means: 'one is not, and why is said; the others are' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; what had come is stored' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
    { variable: 'ORELINE_OFFLINE', does: '1: nothing can be asked, and the command says so' },
  ],
  run: async ({ operands }, tools): Promise<CommandResult> => {
    const symbols = [...new Set(operands.map((word) => word.toUpperCase()))]
    const [first] = symbols
    if (first === undefined)
      throw new CommandRefusal('Which symbol? For instance: pnpm oreline add USAR', { exitCode: 2 })
    for (const symbol of symbols)
      if (!symbolPattern.test(symbol))
        throw new CommandRefusal(`${symbol} is no symbol as Yahoo writes them (USAR, ILU.AX, 600392.SS).`, {
          exitCode: 2,
        })
    const { config, clock, log, signal, progress } = tools
    const { db } = await tools.openStore()
    const asking = buildAskTools({ ...tools, db })
    const added: (AddedInstrument & { readonly symbol: string })[] = []
    progress.begin(symbols.length)
    try {
      for (const symbol of symbols) {
        signal.throwIfAborted()
        progress.doing(symbol)
        const now = clock()
        const request = await askForInstrument(db, { symbol, now })
        const context = {
          db,
          tools: asking,
          log,
          reference: await buildReferenceShelf(db)(),
          slot: now,
          trigger: 'request',
          nextSlot: null,
          offline: config.offline,
          signal,
        } as const
        const done = await takeUpRequest(context, request)
        added.push({ symbol, ...done })
        progress.done(lineOf({ symbol, ...done }))
      }
    } finally {
      progress.end()
    }
    return resultOf(added)
  },
})

function resultOf(added: readonly (AddedInstrument & { readonly symbol: string })[]): CommandResult {
  const isWhole = added.every(({ state }) => state === 'done')
  return {
    exitCode: isWhole ? 0 : 1,
    text: isWhole ? 'Followed from now on.\n' : 'Not all of them are followed; why is said above.\n',
    document: {
      command: 'add',
      outcome: isWhole ? 'complete' : 'incomplete',
      symbols: added.map(({ symbol, state, detail, ticker, barsStored }) => ({
        symbol,
        state,
        detail,
        ticker,
        rows_written: barsStored,
      })),
    },
  }
}

const lineOf = ({ symbol, detail, barsStored }: AddedInstrument & { readonly symbol: string }): string =>
  `${symbol.padEnd(10)} ${detail}${barsStored > 0 ? ` ${barsStored} rows stored.` : ''}`
