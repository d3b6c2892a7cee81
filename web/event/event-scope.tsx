import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { jurisdictionWords, stageWords } from '../ui/policy-words.ts'
import { Section } from '../ui/section.tsx'

/** What the event touches: stages, elements, companies and countries. */
export function EventScope({ event }: { readonly event: PolicyEventRow }) {
  const facts: readonly Fact[] = [
    ...listed(
      'Stages',
      event.stages.map((stage) => stageWords[stage]),
    ),
    ...listed('Elements', elementWords(event.elements)),
    ...listed('Others touched', event.companies),
    ...listed('Towards', event.counterpart_jurisdictions.map(jurisdictionWords)),
  ]
  if (facts.length === 0) return null
  return (
    <Section title="What it touches">
      <Facts facts={facts} />
    </Section>
  )
}

const listed = (name: string, words: readonly string[]): readonly Fact[] =>
  words.length === 0 ? [] : [{ name, value: words.join(', ') }]

/** The whole group is named as such, so that the exceptions stand out. */
function elementWords(symbols: readonly string[]): readonly string[] {
  const all = rareEarthSchema.options
  if (!all.every((symbol) => symbols.includes(symbol))) return symbols
  return ['all seventeen rare earths', ...symbols.filter((symbol) => !all.some((one) => one === symbol))]
}
