import { pino, stdTimeFunctions, type Logger } from 'pino'
import pretty from 'pino-pretty'
import { loggedError } from './logged-error.ts'

/** Keys whose values never reach a log, wherever they stand. */
const SECRETS = [
  'connectionString',
  'password',
  'authorization',
  'cookie',
  'secContact',
  'eodhdApiToken',
  'smtpUrl',
  'email',
]

/**
 * The log, on standard error: readable lines on a terminal, JSON elsewhere. Times are UTC. Written at once, so that the
 * last line before a crash is there.
 */
export function buildLog(level: string): Logger {
  const redact = { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' }
  const serializers = { err: loggedError }
  const options = { level, redact, serializers, timestamp: stdTimeFunctions.isoTime }
  if (!process.stderr.isTTY) return pino(options, pino.destination({ fd: 2, sync: true }))
  return pino(options, pretty({ destination: 2, sync: true, ignore: 'pid,hostname', singleLine: true }))
}
