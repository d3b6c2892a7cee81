import { asxHtml } from './asx-html.ts'
import { asx } from './asx.ts'
import { cninfo } from './cninfo.ts'
import { eastmoneyNotices } from './eastmoney-notices.ts'
import { eastmoney } from './eastmoney.ts'
import { ecb } from './ecb.ts'
import { eodhd } from './eodhd.ts'
import { euPress } from './eu-press.ts'
import { federalRegisterInspection } from './federal-register-inspection.ts'
import { federalRegister } from './federal-register.ts'
import { frankfurter } from './frankfurter.ts'
import { gdelt } from './gdelt.ts'
import { mofcomEn } from './mofcom-en.ts'
import { mofcom } from './mofcom.ts'
import { secFeed } from './sec-feed.ts'
import { sec } from './sec.ts'
import { sse } from './sse.ts'
import { tencent } from './tencent.ts'
import { ustr } from './ustr.ts'
import { warGov } from './war-gov.ts'
import { whiteHouse } from './white-house.ts'
import { yahoo } from './yahoo.ts'

/** Every provider by its id. */
export const providers = {
  yahoo,
  tencent,
  eastmoney,
  eodhd,
  sec,
  'sec-feed': secFeed,
  asx,
  'asx-html': asxHtml,
  sse,
  cninfo,
  'eastmoney-notices': eastmoneyNotices,
  ecb,
  frankfurter,
  'federal-register': federalRegister,
  'federal-register-inspection': federalRegisterInspection,
  mofcom,
  'mofcom-en': mofcomEn,
  'white-house': whiteHouse,
  'war-gov': warGov,
  ustr,
  'eu-press': euPress,
  gdelt,
}
