import { getInstruments } from '@oreline/shared/api/instruments.ts'
import { getPolicyEvents, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { policyEventSchema, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'

/** What every form of an event stands on: the rest of the catalogue and the instruments there are. */
export function useFormData() {
  const catalogue = useQuery(endpointQuery(getPolicyEvents, { query: { context: 'true', limit: 1_000 } }))
  const instruments = useQuery(endpointQuery(getInstruments, { query: {} }))
  return { catalogue, instruments }
}

/** The event itself, without what the server works out about it. */
export const eventIn = (row: PolicyEventRow): PolicyEvent => policyEventSchema.parse(row)
