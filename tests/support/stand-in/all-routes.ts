import { asxRoute } from './asx.ts'
import { eastmoneyRoute } from './eastmoney.ts'
import { ecbRoute } from './ecb.ts'
import { eodhdRoute } from './eodhd.ts'
import type { StandInRoute } from './route.ts'
import { secRoute } from './sec.ts'
import { sseRoute } from './sse.ts'
import { tencentRoute } from './tencent.ts'
import { yahooRoute } from './yahoo.ts'

/** Every provider's hosts, each route with a memory of its own. */
export const allRoutes = (): readonly StandInRoute[] => [
  yahooRoute(),
  secRoute(),
  asxRoute(),
  sseRoute(),
  ecbRoute(),
  tencentRoute(),
  eastmoneyRoute(),
  eodhdRoute(),
]
