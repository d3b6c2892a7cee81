/** What is wrong with a row of the chain that its schema cannot say: by itself, and against what else is held. */
import type { FieldFault } from '../policy/event-faults.ts'
import type {
  AnnouncedMoney,
  ChinaShare,
  CoverageRow,
  DisclosedFigure,
  ElementRow,
  GeneralControl,
} from './chain.ts'
import { isAmount } from './money.ts'
import { isFirstDay, isLastDay } from './row-dates.ts'

/** What rows may name. `money`: by id, `money/<slug>`. */
export type KnownNames = {
  readonly events: ReadonlySet<string>
  readonly tickers: ReadonlySet<string>
  readonly money: ReadonlyMap<string, AnnouncedMoney>
}

export function elementFaults(row: ElementRow, slug: string, known: KnownNames): readonly FieldFault[] {
  return [
    ...fault('symbol', row.symbol.toLowerCase() !== slug, `the address names ${slug}`),
    ...repeats(
      'controls',
      row.controls.map(({ event_id: id }) => id),
      'event_id',
    ),
    ...row.controls.flatMap(({ event_id, related_event_ids }, place) => [
      ...unknownEvent(`controls.${place}.event_id`, event_id, known),
      ...related_event_ids.flatMap((id, at) =>
        unknownEvent(`controls.${place}.related_event_ids.${at}`, id, known),
      ),
    ]),
  ]
}

export const controlFaults = (
  { event_id: id }: GeneralControl,
  slug: string,
  known: KnownNames,
): readonly FieldFault[] => [
  ...unknownEvent('event_id', id, known),
  ...fault('event_id', id !== slug, 'stands there twice'),
]

export function coverageFaults(row: CoverageRow, known: KnownNames): readonly FieldFault[] {
  const { status, since, since_precision, expected, expected_precision, capacity } = row
  const isNothing = status === 'none'
  return [
    ...unknownTicker(row.ticker, known),
    ...fault('elements', row.elements.length === 0 && !isNothing, `${status}, but for which elements?`),
    ...repeats('elements', row.elements),
    ...fault('since', isNothing && since !== null, 'nothing has no beginning'),
    ...fault('expected', isNothing && expected !== null, 'nothing is expected'),
    ...fault('capacity', isNothing && capacity !== null, 'nothing has no capacity'),
    ...precisionFaults('since_precision', since, since_precision),
    ...precisionFaults('expected_precision', expected, expected_precision),
    ...fault(
      'since',
      since !== null && since_precision !== null && !isFirstDay(since, since_precision),
      `with the precision ${since_precision} it is the first day of it`,
    ),
    ...fault(
      'expected',
      expected !== null && expected_precision !== null && !isLastDay(expected, expected_precision),
      `with the precision ${expected_precision} it is the last day of it`,
    ),
    ...fault(
      'expected',
      expected !== null && since !== null && expected < since,
      `${expected} lies before since, ${since}`,
    ),
    ...fault('capacity.value', capacity !== null && capacity.value < 0, 'less than nothing'),
    ...repeats('event_ids', row.event_ids),
    ...row.event_ids.flatMap((id, place) => unknownEvent(`event_ids.${place}`, id, known)),
  ]
}

export function shareFaults(row: ChinaShare): readonly FieldFault[] {
  const [low, high] = row.range_percent ?? [0, 100]
  const [from, to = from] = row.year.split('-').map(Number)
  return [
    ...fault('range_percent', low > high || low < 0 || high > 100, 'low and high, between 0 and 100'),
    ...fault('year', from !== undefined && to !== undefined && from > to, 'runs backwards'),
    ...repeats('elements', row.elements),
  ]
}

export function disclosedFaults(row: DisclosedFigure, known: KnownNames): readonly FieldFault[] {
  const { period_start: start, period_end: end, range } = row
  return [
    ...unknownTicker(row.ticker, known),
    ...fault('period_end', end < start, `${end} lies before period_start, ${start}`),
    ...fault('range', range !== null && range[0] > range[1], 'low and high'),
    ...unknownEvent('event_id', row.event_id, known),
  ]
}

/** `id`: the row's own. A holder that is itself counted in another is fine, a ring is not. */
export function moneyFaults(row: AnnouncedMoney, id: string, known: KnownNames): readonly FieldFault[] {
  const { kind, unit, conditional } = row
  return [
    ...fault(
      'date',
      row.date_precision === 'month' && !isFirstDay(row.date, 'month'),
      'with the precision month it is the first day of it',
    ),
    ...unknownTicker(row.ticker, known),
    ...fault('unit', kind === 'floor' && isAmount(unit), 'a floor is a price, not an amount of money'),
    ...fault(
      'conditional',
      kind !== 'floor' && !isAmount(unit) && !conditional,
      `${unit} is a level promised, no payment: it is conditional`,
    ),
    ...unknownEvent('event_id', row.event_id, known),
    ...holderFaults(row, id, known),
  ]
}

function holderFaults(row: AnnouncedMoney, id: string, { money }: KnownNames): readonly FieldFault[] {
  const { counted_in: holder } = row
  const held = holder === undefined ? undefined : money.get(holder)
  const inIt = [...money].filter(([, { counted_in: other }]) => other === id).map(([, other]) => other)
  return [
    ...fault('counted_in', holder !== undefined && held === undefined, `no such row: ${holder}`),
    ...fault(
      'counted_in',
      holder !== undefined && isHeldBy(id, holder, money),
      'the two would be counted in each other',
    ),
    ...fault(
      'counted_in',
      held !== undefined && !isSameUnit(held, row),
      `that row is in ${held?.currency} ${held?.unit}`,
    ),
    ...fault(
      'currency',
      inIt.some((other) => !isSameUnit(other, row)),
      'a row counted in this one has another currency or unit',
    ),
  ]
}

const isSameUnit = (one: AnnouncedMoney, other: AnnouncedMoney): boolean =>
  one.currency === other.currency && one.unit === other.unit

/** Whether following `holder` leads to `id`. */
function isHeldBy(id: string, holder: string, money: ReadonlyMap<string, AnnouncedMoney>): boolean {
  const seen = new Set<string>()
  let next: string | undefined = holder
  while (next !== undefined && !seen.has(next)) {
    if (next === id) return true
    seen.add(next)
    next = money.get(next)?.counted_in
  }
  return false
}

const fault = (field: string, isWrong: boolean, why: string): readonly FieldFault[] =>
  isWrong ? [{ field, why }] : []

const precisionFaults = (field: string, date: string | null, precision: string | null) =>
  fault(field, (date === null) !== (precision === null), 'a date and its precision stand together')

const unknownTicker = (ticker: string | null, { tickers }: KnownNames) =>
  fault('ticker', ticker !== null && !tickers.has(ticker), `no such instrument: ${ticker}`)

const unknownEvent = (field: string, id: string | null, { events }: KnownNames) =>
  fault(field, id !== null && !events.has(id), `no such event: ${id}`)

const repeats = (field: string, names: readonly string[], key?: string): readonly FieldFault[] =>
  names.flatMap((name, place) =>
    fault(
      [field, place, ...(key === undefined ? [] : [key])].join('.'),
      names.indexOf(name) !== place,
      `${name} twice`,
    ),
  )
