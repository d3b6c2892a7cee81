import { asx } from './asx.ts'
import { eastmoney } from './eastmoney.ts'
import { ecb } from './ecb.ts'
import { eodhd } from './eodhd.ts'
import { sec } from './sec.ts'
import { sse } from './sse.ts'
import { tencent } from './tencent.ts'
import { yahoo } from './yahoo.ts'

/** Every provider by its id. */
export const providers = { yahoo, tencent, eastmoney, eodhd, sec, asx, sse, ecb }
