import { asx } from './asx.ts'
import { ecb } from './ecb.ts'
import { sec } from './sec.ts'
import { sse } from './sse.ts'
import { yahoo } from './yahoo.ts'

/** Every provider by its id. */
export const providers = { yahoo, sec, asx, sse, ecb }
