import type { RateLimitPluginOptions } from '@fastify/rate-limit'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { isLoopback } from '../loopback.ts'

const PER_MINUTE = 600
/** A page, a notebook and a bench share one address on the machine itself. */
const PER_MINUTE_HERE = 120_000

/** Per address of the caller. Counted in this process, which is what a limit is there to protect. */
export const rateLimits: RateLimitPluginOptions = {
  timeWindow: 60_000,
  max: ({ ip }) => (isLoopback(ip) ? PER_MINUTE_HERE : PER_MINUTE),
  errorResponseBuilder: (_, { max, ttl }) =>
    new AppError('too-many-requests', `At most ${max} requests a minute are answered.`, {
      extra: { retry_after_seconds: Math.ceil(ttl / 1_000) },
    }),
}
