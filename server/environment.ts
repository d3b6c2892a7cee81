/**
 * The environment variables Oreline reads. This schema is the only list of them: `.env.example` repeats it, and a test
 * holds the two together.
 */
import * as z from 'zod'
import { isLoopback } from './loopback.ts'

/** `abort`: what is no address is not looked at further. */
const addressSchema = z.url({ protocol: /^https?$/, error: 'an http or https address', abort: true })

const originSchema = addressSchema
  .refine((text) => {
    const { origin, href } = new URL(text)
    return href === `${origin}/`
  }, 'an address without path, query or login, e.g. http://127.0.0.1:4600')
  .transform((text) => new URL(text).origin)

const hostMapSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'not valid JSON' })
      return z.NEVER
    }
  })
  .pipe(
    z.record(
      z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, 'a host name in lower case'),
      addressSchema.refine((target) => isLoopback(new URL(target).hostname), 'a target outside this machine'),
    ),
  )

/** Every variable by name, in the order of `.env.example`; the description is the comment that stands there. */
export const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'an address beginning with postgres://')
    .optional()
    .meta({ description: 'PostgreSQL 15 or later. Absent: Oreline runs a private one of its own.' }),
  ORELINE_DATA_DIR: z
    .string()
    .default('.oreline')
    .meta({ description: 'Where the private PostgreSQL, generated secrets and backups live.' }),
  ORELINE_UPGRADE_BACKUP: z.enum(['on', 'off']).default('on').meta({
    description:
      'Before a new version changes the store it writes a backup below ORELINE_DATA_DIR. off: it does not.',
  }),
  HOST: z
    .string()
    .refine((host) => URL.canParse(`http://${inUrl(host)}`), 'a host name or an address')
    .default('127.0.0.1')
    .meta({ description: 'The address to listen on.' }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 1 to 65535')
    .default('4600')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'a number from 1 to 65535')
    .meta({ description: 'The port to listen on.' }),
  ORELINE_PUBLIC_URL: originSchema.optional().meta({
    description:
      'The address readers use: links in mail, accepted Host and Origin. Absent: http://HOST:PORT.',
  }),
  ORELINE_ROLE: z.enum(['all', 'api', 'jobs']).default('all').meta({
    description: 'What this process does: all, api or jobs. Any number of them share one PostgreSQL.',
  }),
  ORELINE_AUTH: z.enum(['on', 'off']).optional().meta({
    description:
      'Accounts: on or off. Absent: off on loopback, else on. Off elsewhere needs a loopback ORELINE_PUBLIC_URL.',
  }),
  ORELINE_OFFLINE: z
    .enum(['0', '1'])
    .default('0')
    .meta({ description: '1: no request leaves for any provider.' }),
  ORELINE_HOST_MAP: hostMapSchema.optional().meta({
    description:
      'JSON from real host to local address, for rehearsals: {"query1.finance.yahoo.com":"http://127.0.0.1:9100/yahoo"}',
  }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'an address beginning with smtp:// or smtps://')
    .optional()
    .meta({ description: 'Mail server, e.g. smtp://127.0.0.1:1025. Absent: no mail, and the page says so.' }),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'a mail address')
    .optional()
    .meta({ description: 'Sender of mail, e.g. Oreline <oreline@example.org>. Goes with SMTP_URL.' }),
  SEC_CONTACT: z.email('a mail address').optional().meta({
    description: 'Your e-mail for the SEC, which asks every client for one. Absent: no SEC filings.',
  }),
  YAHOO_USER_AGENT: z
    .string()
    .regex(/^[\u0020-\u007E]+$/, 'printable ASCII')
    .optional()
    .meta({ description: 'User-Agent towards Yahoo. Absent: a current browser’s.' }),
  EODHD_API_TOKEN: z
    .string()
    .regex(/^[\w.-]{4,64}$/, 'a key of EODHD, 4 to 64 letters, digits, dots, hyphens')
    .optional()
    .meta({
      description: 'Your key at EODHD, a second source of all prices. Absent: it is not asked.',
    }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'How much is logged: fatal, error, warn, info, debug, trace or silent.' }),
})
export type Environment = z.infer<typeof environmentSchema>

/** A host as it stands in a URL: IPv6 addresses in brackets. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
