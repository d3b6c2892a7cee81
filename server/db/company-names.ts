import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Executor } from './client.ts'
import type { CompanyName } from './filing-merge.ts'
import { listReference } from './reference-rows.ts'

/** How Chinese titles name the companies that publish in Shanghai, as known at an instant (null: now). */
export async function companyNames(db: Executor, asOf: Instant | null): Promise<readonly CompanyName[]> {
  const rows = await listReference(db, 'instrument', { asOf })
  return rows
    .map(({ body }) => instrumentSchema.parse(body))
    .filter((instrument) => instrument.sse !== undefined)
    .map(({ ticker, name_zh: name = null, sse: code = null }) => ({ ticker, name, code }))
}
