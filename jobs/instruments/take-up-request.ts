import { noteProgress, type InstrumentRequest } from '@oreline/server/db/instrument-requests.ts'
import type { JobContext } from '../define-job.ts'
import { addInstrument, type AddedInstrument } from './add-instrument.ts'

/** Takes up one request as far as it goes now, writing down each step for the reader who waits. */
export async function takeUpRequest(
  context: JobContext,
  request: InstrumentRequest,
): Promise<AddedInstrument> {
  const { db, tools } = context
  const note = async (change: Omit<Parameters<typeof noteProgress>[2], 'changedAt'>) =>
    noteProgress(db, request.id, { ...change, changedAt: tools.clock() })
  const added = await addInstrument(context, request.symbol, async (state, detail) => note({ state, detail }))
  const { state, detail, ticker, barsStored } = added
  await note({
    state: state === 'waiting' ? 'pending' : state,
    detail,
    ticker,
    barsStored: request.barsStored + barsStored,
  })
  return added
}
