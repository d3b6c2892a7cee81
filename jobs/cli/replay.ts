import { buildReferenceShelf } from '../reference-shelf.ts'
import { replayAnswers, replayers, type Replayed, type Wanted } from '../replay/replay-answers.ts'
import { unknownWord } from './command-refusal.ts'
import { counted } from './counted.ts'
import { defineCommand, type CommandResult } from './define-command.ts'
import { nearestWord } from './nearest.ts'

/** Raw answers, read again by today's parsers. */
export const replay = defineCommand({
  name: 'replay',
  does: 'read stored answers again with today’s parsers, and store what changed',
  about: [
    'Every answer of a source is kept as it came: for 30 days, and for ever where it could not be',
    'read. After a parser was mended this reads again what it could not read before, and the newest',
    'answer to every question that an older parser has read. Nobody is asked anything.',
    '',
    'What comes out is judged and stored like a fresh answer, each change as a revision of today; an',
    'answer that others have followed since only adds what is missing, so that nothing newer is ever',
    'overwritten. Doing it twice writes nothing twice. It may run while Oreline serves.',
  ],
  options: [
    { name: 'source', takes: 'SOURCE', does: 'the answers of one source: yahoo, sec, ecb ...' },
    { name: 'since', takes: 'DATE', does: 'answers that came on that day (UTC) or later' },
    { name: 'dry-run', takes: null, does: 'say what would be written, and write nothing' },
  ],
  operand: null,
  examples: [
    { line: 'pnpm oreline replay --dry-run', does: 'what would change' },
    { line: 'pnpm oreline replay --source sse', does: 'after the parser of the SSE was mended' },
    { line: 'pnpm -s oreline replay --json', does: 'for a script' },
  ],
  exitCodes: [
    { code: 0, means: 'all were read; there may have been none' },
    { code: 1, means: 'some can still not be read, and are named; what the others gave is stored' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C; what had been taken in stays' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one is, .oreline unless given' },
  ],
  run: async ({ words, dates, flags }, { clock, signal, progress, openStore }) => {
    const source = words['source'] ?? null
    const known = replayers.map((replayer) => replayer.source)
    if (source !== null && !known.includes(source))
      throw unknownWord('source', { word: source, nearest: nearestWord(source, known), known })
    const wanted = { source, since: dates['since'] ?? null, dryRun: flags.has('dry-run') }
    const { db } = await openStore()
    const reference = await buildReferenceShelf(db)()
    const replayed = await replayAnswers(
      {
        db,
        clock,
        reference,
        signal,
        onBegin: (answers) => progress.begin(answers),
        onAnswer: (one) => progress.done(wordsOf(one)),
      },
      wanted,
    )
    progress.end()
    return resultOf(replayed, wanted, signal.aborted)
  },
})

function wordsOf({ kept, taken }: Replayed): string {
  const { source, requestKey, fetchedAt } = kept
  const answer = `${source} ${requestKey} of ${fetchedAt.slice(0, 16)}Z`
  switch (taken.kind) {
    case 'stored':
      return `${answer}: ${taken.rows === 0 ? 'nothing new' : `${counted(taken.rows)} rows`}`
    case 'nothing':
      return `${answer}: nothing to store, ${taken.why}`
    case 'unreadable':
      return `${answer}: still cannot be read, ${taken.why}`
  }
}

function resultOf(replayed: readonly Replayed[], wanted: Wanted, interrupted: boolean): CommandResult {
  const unreadable = replayed.filter(({ taken }) => taken.kind === 'unreadable')
  const rows = replayed.reduce((sum, { taken }) => sum + (taken.kind === 'stored' ? taken.rows : 0), 0)
  const written = `${counted(rows)} rows ${wanted.dryRun ? 'would be' : 'were'} written`
  const left = unreadable.length === 0 ? '' : `; ${counted(unreadable.length)} still cannot be read`
  const begun = interrupted ? 'Interrupted. ' : ''
  return {
    exitCode: interrupted ? 130 : unreadable.length === 0 ? 0 : 1,
    text:
      replayed.length === 0
        ? `${begun}There is no answer that today’s parsers would read otherwise.\n`
        : `\n${begun}${counted(replayed.length)} answers were read again: ${written}${left}.\n`,
    document: {
      command: 'replay',
      outcome: interrupted ? 'interrupted' : unreadable.length === 0 ? 'complete' : 'incomplete',
      source: wanted.source,
      since: wanted.since,
      dry_run: wanted.dryRun,
      rows_written: rows,
      answers: replayed.map(({ kept, taken }) => ({
        source: kept.source,
        question: kept.requestKey,
        fetched_at: kept.fetchedAt,
        state: taken.kind,
        rows_written: taken.kind === 'stored' ? taken.rows : 0,
        detail: taken.kind === 'stored' ? null : taken.why,
      })),
    },
  }
}
