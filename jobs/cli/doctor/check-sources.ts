/** Each source is asked one question, through the one client: its manners, breakers and switches hold here too. */
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { sources } from '@oreline/shared/domain/sources/source.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { filingSources } from '../../filings/filing-sources.ts'
import { wantedCurrencies } from '../../fx/wanted-currencies.ts'
import type { AskTools } from '../../providers/ask-provider.ts'
import type { Ask, Provider } from '../../providers/define-provider.ts'
import { providers } from '../../providers/index.ts'
import type { Reference } from '../../reference-shelf.ts'
import { whyNotAsked } from '../../why-not-asked.ts'
import { failed, ok, warning, type Finding } from './finding.ts'

type SourceDeps = {
  readonly db: Db
  readonly tools: AskTools
  readonly reference: Reference
  readonly offline: boolean
}

/** `aheadMs`: by how much this machine's clock is ahead of the host's, to the second; null: the host did not say. */
type SourceFinding = { readonly finding: Finding; readonly aheadMs: number | null }

/** A source and the question for it; null: nothing that is followed is carried by it. */
export type Probe = { readonly source: string; readonly check: (deps: SourceDeps) => Promise<SourceFinding> }

const utc = timeZoneSchema.parse('UTC')
/** A week has a session and, at most sources, a row. */
const days = 7

const { yahoo, tencent, eastmoney, eodhd, ecb, frankfurter, ustr, gdelt, mofcom } = providers

/** Every source that can be asked, the prices first. */
export const probes: readonly Probe[] = [
  ...[yahoo, tencent, eastmoney, eodhd].map((provider) =>
    probe(provider, ({ instruments, sessions }, today) =>
      instruments.map((instrument) => ({
        instrument,
        sessions: sessions[instrument.calendar],
        from: addDays(today, -days),
        to: today,
      })),
    ),
  ),
  ...Object.values(filingSources).map(({ provider }) =>
    probe(provider, ({ instruments }, today) =>
      instruments.map((instrument) => ({ instrument, since: addDays(today, -days) })),
    ),
  ),
  probe(ecb, ({ target }) => [{ mode: 'recent' as const, target }]),
  probe(frankfurter, (reference, today) => [
    {
      from: addDays(today, -days),
      to: today,
      currencies: [...wantedCurrencies(reference)],
      target: reference.target,
    },
  ]),
  ...[
    mofcom,
    providers['federal-register'],
    providers['federal-register-inspection'],
    providers['mofcom-en'],
  ].map((provider) => probe(provider, (_, today) => [{ since: addDays(today, -days) }])),
  ...[ustr, gdelt, providers['white-house'], providers['eu-press']].map((provider) =>
    probe(provider, () => [null]),
  ),
  probe(providers['war-gov'], () => [{ feed: 'releases' as const }]),
]

/** `queries` are those it might be asked, by what it carries; the first it does is. */
function probe<Query, Item>(
  provider: Provider<Query, Item>,
  queries: (reference: Reference, today: IsoDate) => readonly NoInfer<Query>[],
): Probe {
  const check = `source ${provider.id}`
  return {
    source: provider.id,
    check: async ({ db, tools, reference, offline }) => {
      const { settings, clock } = tools
      const query = queries(reference, dateIn(utc, clock())).find((each) => provider.carries(each))
      if (query === undefined) return unasked(ok(check, 'carries nothing that is followed'))
      const why = await whyNotAsked(db, provider.id, { offline, settings, byHand: true })
      if (why !== null) return unasked(withheld(check, provider.id, why))
      const [ask] = provider.asks(query, { now: clock(), settings })
      return ask === undefined ? unasked(ok(check, 'has no question')) : askOne(check, provider, ask, tools)
    },
  }
}

const unasked = (finding: Finding): SourceFinding => ({ finding, aheadMs: null })

/** A second source is an offer: without its setting nothing is missing. */
function withheld(check: string, source: string, why: string): Finding {
  const isOffer = sources.some((each) => each.id === source && 'behind' in each)
  return why.startsWith('needs ') && !isOffer
    ? warning(check, `not asked: ${why}`, `Set ${why.slice('needs '.length)}, or switch the source off.`)
    : ok(check, `not asked: ${why}`)
}

async function askOne<Query, Item>(
  check: string,
  { policy }: Provider<Query, Item>,
  ask: Ask<Item>,
  { http, clock }: AskTools,
): Promise<SourceFinding> {
  // One request and no more, whatever comes.
  const answer = await http.ask({ ...ask.request, retries: 0 }, policy)
  if (answer.kind === 'blocked') {
    const { detail, retryAt } = answer
    return unasked(warning(check, detail, `It is asked again after ${retryAt}.`))
  }
  if (answer.kind === 'broken')
    return unasked(failed(check, answer.detail, 'Look at the network, and at the page Sources.'))
  const hostMs = Date.parse(answer.headers['date'] ?? '')
  const aheadMs = Number.isNaN(hostMs) ? null : Math.trunc((epochMs(clock()) - hostMs) / 1_000) * 1_000
  return { finding: readingOf(check, ask, answer), aheadMs }
}

function readingOf<Item>(check: string, ask: Ask<Item>, answer: Parameters<Ask<Item>['read']>[0]): Finding {
  const reading = ask.read(answer)
  switch (reading.kind) {
    case 'ok':
    case 'lead':
    case 'empty':
      return ok(check, 'answers, and can be read')
    case 'notFound':
      return warning(check, `answers: ${reading.why}`, 'Look at the instrument’s symbol at this source.')
    case 'broken':
      return failed(check, `answers, but not as it used to: ${reading.detail}`, 'Look for a newer Oreline.')
  }
}
