import { postInboxDecision } from '@oreline/shared/api/inbox.ts'
import type { EndpointInput } from '@oreline/shared/kernel/endpoint.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api.ts'
import { keepName } from '../../ui/last-name.ts'

/** A decision that needs no form of its own; an event is made on the page for it. */
export type DecisionBody = Exclude<EndpointInput<typeof postInboxDecision>['body'], { decision: 'create' }>

/** Decides about a candidate and asks everything anew, also where somebody was quicker; `onDone` when that has come. */
export function useDecision(id: number, onDone: (body: DecisionBody) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: DecisionBody) => call(postInboxDecision, { params: { id }, body }),
    onSuccess: (_, { by }) => keepName(by),
    onSettled: async (_, error, body) => {
      await queries.invalidateQueries()
      if (error === null) onDone(body)
    },
  })
}
