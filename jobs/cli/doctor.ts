import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { countMigrations } from '@oreline/server/db/migrate.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { isSeeded } from '@oreline/server/db/seed/seed-store.ts'
import { StartRefusal } from '@oreline/server/db/start-refusal.ts'
import { readStoreFacts } from '@oreline/server/db/store-facts.ts'
import { buildAskTools } from '../ask-tools.ts'
import { buildReferenceShelf } from '../reference-shelf.ts'
import { columns } from './columns.ts'
import { defineCommand, type CommandResult, type CommandTools } from './define-command.ts'
import { checkClock, type OtherClock } from './doctor/check-clock.ts'
import { checkCalendars, checkData } from './doctor/check-data.ts'
import { checkDisk } from './doctor/check-disk.ts'
import { checkMail } from './doctor/check-mail.ts'
import { probes } from './doctor/check-sources.ts'
import { checkStore } from './doctor/check-store.ts'
import { failed, warning, type Finding } from './doctor/finding.ts'

/** Everything Oreline needs, looked at once. */
export const doctor = defineCommand({
  name: 'doctor',
  does: 'look at everything Oreline needs, and say what to do',
  about: [
    'Looks at the store (whether it answers, its tables, size, connections, damaged pages), at every',
    'source, the clock, the mail server, the calendars, the disk, and at what is missing or waits for',
    'a decision. One line for each: ok, warning or failed, and what to do about it.',
    '',
    'Each source is asked one question at most, and none that is switched off, blocked or lacks a',
    'setting. The mail server is greeted, nothing is sent. Nothing is changed, and it may run while',
    'Oreline serves.',
  ],
  options: [],
  operand: null,
  examples: [
    { line: 'pnpm oreline doctor', does: 'when something looks wrong' },
    { line: 'pnpm -s oreline doctor --json', does: 'for a monitor, with the exit code' },
  ],
  exitCodes: [
    { code: 0, means: 'nothing has failed; there may be warnings' },
    { code: 1, means: 'something has, and is named' },
    { code: 2, means: 'the command is not written as it should be; nothing was done' },
    { code: 130, means: 'ended by Ctrl-C' },
  ],
  environment: [
    { variable: 'DATABASE_URL', does: 'the store; without it the private one' },
    { variable: 'ORELINE_DATA_DIR', does: 'where the private one and the backups are' },
    { variable: 'ORELINE_OFFLINE', does: '1: no source is asked' },
    { variable: 'SMTP_URL', does: 'the mail server; without it there is none to greet' },
  ],
  run: async (_, tools): Promise<CommandResult> => {
    const { config, signal, progress } = tools
    const findings: Finding[] = []
    const note = (...found: readonly Finding[]): void => {
      for (const finding of found) {
        findings.push(finding)
        progress.done(lineOf(finding))
      }
    }
    // The store's four, the calendars', three of the data, clock, mail and disk.
    progress.begin(probes.length + 13)
    try {
      const store = await openOrNote(tools, note)
      if (store !== null) await checkWithStore(tools, store, note)
      note(await checkMail(config), await checkDisk(store?.engine.dataDir ?? config.dataDir))
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      progress.end()
    }
    return resultOf(findings, signal.aborted)
  },
})

type Note = (...found: readonly Finding[]) => void

async function openOrNote({ openStoreAsItIs }: CommandTools, note: Note): Promise<Store | null> {
  try {
    return await openStoreAsItIs()
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    note(failed('store', error.message, 'Nothing else can be looked at without it.'))
    return null
  }
}

async function checkWithStore(tools: CommandTools, store: Store, note: Note): Promise<void> {
  const { clock, config, signal, progress } = tools
  const { db, sql } = store
  const { applied, missing } = await countMigrations({ sql })
  if (applied === 0)
    return note(warning('store', 'empty: no Oreline has run on it yet', 'Start Oreline once.'))
  note(...(await checkStore(store)))
  const theirs = (await readStoreFacts(db)).now
  const others: OtherClock[] = [{ whose: 'the store’s', aheadMs: epochMs(clock()) - epochMs(theirs) }]
  if (missing > 0 || !(await isSeeded(db)))
    return note(warning('data', 'not looked at: the store is of another version', 'Start Oreline once.'))
  const reference = await buildReferenceShelf(db)()
  note(...checkCalendars({ reference, now: clock() }), ...(await checkData({ db, reference, now: clock() })))
  const deps = { db, tools: buildAskTools({ ...tools, db }), reference, offline: config.offline }
  for (const { source, check } of probes) {
    signal.throwIfAborted()
    progress.doing(source)
    const { finding, aheadMs } = await check(deps)
    note(finding)
    if (aheadMs !== null) others.push({ whose: source, aheadMs })
  }
  note(checkClock(others))
}

const lineOf = ({ check, state, says }: Finding): string => `${check}: ${state}, ${says}`

function resultOf(findings: readonly Finding[], interrupted: boolean): CommandResult {
  const worst = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const rows = findings.map(({ state, check, says, todo }) => [
    state,
    check,
    todo === null ? says : `${says}. ${todo}`,
  ])
  const failures = worst('failed')
  const warnings = worst('warning')
  const sum = failures + warnings === 0 ? 'Nothing is wrong.' : `${failures} failed, ${warnings} warning(s).`
  return {
    exitCode: interrupted ? 130 : failures > 0 ? 1 : 0,
    text: `\n${columns(rows).join('\n')}\n\n${interrupted ? 'Interrupted. ' : ''}${sum}\n`,
    document: {
      command: 'doctor',
      outcome: interrupted ? 'interrupted' : failures > 0 ? 'failed' : warnings > 0 ? 'warning' : 'ok',
      checks: findings.map(({ check, state, says, todo }) => ({ check, state, says, todo })),
    },
  }
}
