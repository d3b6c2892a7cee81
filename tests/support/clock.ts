import { type Instant, instantSchema } from '@oreline/shared/kernel/brand.ts'

/** The real time, for tests that do not depend on it. */
export const systemClock = (): Instant => instantSchema.parse(new Date().toISOString())
