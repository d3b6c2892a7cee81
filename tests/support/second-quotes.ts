/** The second sources of prices, asked through the real client in virtual time. */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { eastmoney } from '../../jobs/providers/eastmoney.ts'
import { eodhd } from '../../jobs/providers/eodhd.ts'
import { tencent } from '../../jobs/providers/tencent.ts'
import type { ProviderSettings, QuoteQuery } from '../../jobs/providers/define-provider.ts'
import { rehearseProvider, type ProviderRehearsal } from './provider-rehearsal.ts'
import { allRoutes } from './stand-in/all-routes.ts'

const seconds = { tencent, eastmoney, eodhd }

/** Friday 20 November 2026, 18:30 in New York: the session of every exchange is over. */
const friday = '2026-11-20T23:30:00Z'

export const rehearseSecond = async (
  source: keyof typeof seconds,
  {
    now = friday,
    settings = {},
  }: { readonly now?: string; readonly settings?: Partial<ProviderSettings> } = {},
): Promise<ProviderRehearsal<QuoteQuery, QuoteHistory>> =>
  rehearseProvider(seconds[source], allRoutes(), {
    now,
    settings: { eodhdApiToken: 'good-key-1', ...settings },
  })
