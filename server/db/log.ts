import type { BaseLogger } from 'pino'

/** What the store asks of a log: an event name and its fields, at four levels. A pino logger and Fastify's both fit. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>
