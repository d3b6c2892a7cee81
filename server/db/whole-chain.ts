import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { referenceRevisions } from './schema/reference.ts'

/** The key of the record that held the whole chain, before each row had one of its own. */
export const WHOLE_CHAIN = 'chain'

/** Ends that record where a store still has it: the rows have taken its place, and it is read as of before then. */
export async function endWholeChain(tx: Executor, at: Instant): Promise<void> {
  await tx
    .update(referenceRevisions)
    .set({ supersededAt: at })
    .where(
      and(
        eq(referenceRevisions.kind, 'chain'),
        eq(referenceRevisions.key, WHOLE_CHAIN),
        isNull(referenceRevisions.supersededAt),
      ),
    )
}
