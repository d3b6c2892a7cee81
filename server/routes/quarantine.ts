import {
  getQuarantine,
  postQuarantineDecision,
  type quarantineDecisionSchema,
  type QuarantineRow,
} from '@oreline/shared/api/quarantine.ts'
import { rescaleOfferedAt } from '@oreline/shared/domain/prices/contradiction.ts'
import { tickerSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { isAfter } from '@oreline/shared/kernel/instant.ts'
import type * as z from 'zod'
import { decideQuarantine, type Decision } from '../db/decide-quarantine.ts'
import { findQuarantined, listQuarantine, type QuarantinedAnswer } from '../db/quarantine-list.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route } from '../route.ts'
import { knownInstruments } from '../rows/known-instruments.ts'

/** More than anybody looks back on. */
const MOST_ROWS = 200

/** What the ways of refusing a decision are called. */
const refusals = {
  unknown: 'unknown-quarantine',
  decided: 'already-decided',
  unfit: 'cannot-accept',
} as const

export const quarantineRoutes = [
  // Whether a rescaling is offered changes with the hour.
  readRoute(
    getQuarantine,
    { reads: ['health'], changesWith: 'moment' },
    async ({ query: { state } }, { snapshot, now }) => {
      const found = await listQuarantine(snapshot, { state, limit: MOST_ROWS })
      const rows = found.map((answer) => rowOf(answer, now))
      return { data: rows, meta: { sources: [...new Set(rows.map(({ source }) => source))] } }
    },
  ),

  route(postQuarantineDecision, async ({ params: { id }, body }, context) => {
    const { db, clock, now } = context
    const decision = decisionOf(body)
    const found = await findQuarantined(db, id)
    if (found === null)
      throw new AppError(refusals.unknown, `no quarantined answer ${id}`, { parameter: 'id' })
    const [instrument] = await knownInstruments(db, [tickerSchema.parse(found.ticker)], 'ticker')
    if (instrument === undefined) throw new AppError('unknown-ticker', `no such instrument: ${found.ticker}`)
    const { calendars } = await context.calendars(db, null)
    const decided = await decideQuarantine(db, clock, {
      id,
      ticker: instrument.ticker,
      timezone: calendars.calendars[instrument.calendar].timezone,
      decision,
    })
    if (decided.kind === 'refused') throw new AppError(refusals[decided.because], decided.why)
    return {
      data: { id, decision: decided.kind, rows_written: decided.rows },
      meta: await metaNow(db, now, [found.source], ['prices', 'health']),
    }
  }),
]

function decisionOf(body: z.output<typeof quarantineDecisionSchema>): Decision {
  switch (body.decision) {
    case 'accept':
    case 'discard':
      return { kind: body.decision }
    case 'rescale': {
      const { k, from = null, before = null } = body
      if (k === undefined)
        throw new AppError('invalid-input', 'say by which factor (k) the prices are rescaled', {
          parameter: 'k',
        })
      return { kind: 'rescale', k, from, before }
    }
  }
}

function rowOf(answer: QuarantinedAnswer, now: Instant): QuarantineRow {
  const canAccept = answer.decidedAt === null && answer.hasRows
  const rescaleFrom = canAccept ? rescaleOfferedAt(answer.openedAt) : null
  return {
    id: answer.id,
    ticker: tickerSchema.parse(answer.ticker),
    source: answer.source,
    kind: answer.kind,
    why: answer.why,
    k: answer.k,
    agrees_from: answer.agreesFrom,
    compared: answer.compared,
    differing: answer.differing,
    sample: [...answer.sample],
    whole: answer.whole,
    opened_at: answer.openedAt,
    last_seen_at: answer.lastSeenAt,
    times_seen: answer.timesSeen,
    can_accept: canAccept,
    can_rescale: rescaleFrom !== null && !isAfter(rescaleFrom, now),
    rescale_from: rescaleFrom,
    decided_at: answer.decidedAt,
    decision: answer.decision,
  }
}
