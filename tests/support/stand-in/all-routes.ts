import { asxHtmlRoute } from './asx-html.ts'
import { asxRoute } from './asx.ts'
import { cninfoRoute } from './cninfo.ts'
import { eastmoneyNoticesRoute } from './eastmoney-notices.ts'
import { eastmoneyRoute } from './eastmoney.ts'
import { ecbRoute } from './ecb.ts'
import { eodhdRoute } from './eodhd.ts'
import { euPressRoute } from './eu-press.ts'
import { federalRegisterRoute } from './federal-register.ts'
import { frankfurterRoute } from './frankfurter.ts'
import { gdeltRoute } from './gdelt.ts'
import { mofcomEnRoute, mofcomRoute } from './mofcom.ts'
import type { StandInRoute } from './route.ts'
import { secRoute } from './sec.ts'
import { sseRoute } from './sse.ts'
import { tencentRoute } from './tencent.ts'
import { ustrRoute } from './ustr.ts'
import { warGovRoute } from './war-gov.ts'
import { whiteHouseRoute } from './white-house.ts'
import { yahooRoute } from './yahoo.ts'

/** Every provider's hosts, each route with a memory of its own. */
export const allRoutes = (): readonly StandInRoute[] => [
  yahooRoute(),
  secRoute(),
  asxRoute(),
  sseRoute(),
  ecbRoute(),
  frankfurterRoute(),
  asxHtmlRoute(),
  cninfoRoute(),
  eastmoneyNoticesRoute(),
  tencentRoute(),
  eastmoneyRoute(),
  eodhdRoute(),
  federalRegisterRoute(),
  mofcomRoute(),
  mofcomEnRoute(),
  whiteHouseRoute(),
  warGovRoute(),
  ustrRoute(),
  euPressRoute(),
  gdeltRoute(),
]
