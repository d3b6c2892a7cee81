import type { Instant } from './brand.ts'

/** The current time, passed in: nothing in `shared` knows it, tests set it. */
export type Clock = () => Instant
