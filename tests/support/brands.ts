import { instantSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'

/** A day or an instant written in a test, checked like any other. */
export const day = (text: string): IsoDate => isoDateSchema.parse(text)
export const instant = (text: string): Instant => instantSchema.parse(text)
