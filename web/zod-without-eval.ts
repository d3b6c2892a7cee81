/**
 * zod compiles its schemas with `new Function`, which the page's Content-Security-Policy refuses. Imported first, because
 * a schema decides when it is built.
 */
import * as z from 'zod'

z.config({ jitless: true })
