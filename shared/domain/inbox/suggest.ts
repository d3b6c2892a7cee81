/** What a candidate is likely to be about, from the terms in its documents. */
import { elementSymbolSchema, type ElementSymbol } from '../chain/element.ts'
import { stageSchema, type Stage } from '../chain/stage.ts'
import type { InstrumentType, PolicyEvent } from '../policy/event.ts'
import type { PolicyDocument } from './document.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import type { Reading, TermMatch } from './match.ts'

/** Lists in the order of the periodic table and of the chain; null and empty: nothing points to any. */
export type Suggestion = {
  readonly instrumentType: InstrumentType | null
  readonly jurisdiction: string | null
  readonly elements: readonly ElementSymbol[]
  readonly stages: readonly Stage[]
  readonly tickers: readonly string[]
}

/** The heavy rare earths; a group is suggested only where no single ones are named. */
const SMALLEST_GROUP = 9

/** `namedEvents`: those of the catalogue that the documents name; what they are about is suggested where the terms say nothing. */
export function suggestionOf(
  documents: readonly { readonly document: PolicyDocument; readonly reading: Reading }[],
  namedEvents: readonly PolicyEvent[],
): Suggestion {
  const matches = documents.flatMap(({ reading }) => reading.matches)
  const hints = matches.map(({ term }) => term.hint)
  const single = hints.filter(({ elements = [] }) => elements.length < SMALLEST_GROUP)
  const named = new Set(single.flatMap(({ elements = [] }) => elements))
  const elements = firstFilled([
    named,
    new Set(smallestGroup(matches)),
    new Set(namedEvents.flatMap((event) => event.elements)),
  ])
  const stages = firstFilled([
    new Set(hints.flatMap(({ stages: each = [] }) => each)),
    new Set(namedEvents.flatMap((event) => event.stages)),
  ])
  return {
    instrumentType: instrumentOf(matches) ?? namedEvents[0]?.instrument_type ?? null,
    jurisdiction:
      documents.map(({ document }) => jurisdictionOf(document)).find((each) => each !== null) ?? null,
    elements: elementSymbolSchema.options.filter((symbol) => elements.has(symbol)),
    stages: stageSchema.options.filter((stage) => stages.has(stage)),
    tickers: [...new Set(hints.flatMap(({ tickers = [] }) => tickers))],
  }
}

/** `heavy rare earths` are rare earths too: the narrower one is meant, of those in the weightiest part that has any. */
function smallestGroup(matches: readonly TermMatch[]): readonly ElementSymbol[] {
  const groups = matches
    .filter(({ term }) => (term.hint.elements ?? []).length >= SMALLEST_GROUP)
    .map(({ term, part }) => ({ elements: term.hint.elements ?? [], part }))
  // Matches come in the order of the parts.
  const [first] = groups
    .filter(({ part }) => part === groups[0]?.part)
    .toSorted((a, b) => a.elements.length - b.elements.length)
  return first?.elements ?? []
}

function firstFilled<T>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  return sets.find(({ size }) => size > 0) ?? new Set()
}

/** The kind of act with most weight behind it: what is watched for before cues, the title before the text. */
function instrumentOf(matches: readonly TermMatch[]): InstrumentType | null {
  const votes = new Map<InstrumentType, number>()
  for (const { term, part } of matches) {
    const { instrument } = term.hint
    if (instrument === undefined) continue
    const weight = (term.weight === 'cue' ? 1 : 3) * (part === 'title' ? 3 : 1)
    votes.set(instrument, (votes.get(instrument) ?? 0) + weight)
  }
  const [first] = [...votes].toSorted((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}
