/** The environment, read once. An empty value counts as absent. Values never stand in a message, for some are secrets. */
import type * as z from 'zod'
import type { SourceDescription } from '@oreline/shared/domain/sources/source-description.ts'
import { environmentSchema, inUrl, type Environment } from './environment.ts'
import { isLoopback } from './loopback.ts'

/** What a room may know of the environment. null: not set. `publicUrl` is an origin, without a slash at the end. */
export type Config = {
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Whether a backup is written before a new version changes the store. */
  readonly upgradeBackup: boolean
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly role: 'all' | 'api' | 'jobs'
  readonly offline: boolean
  /** Real host to local origin, with an optional path that is put before the real one. */
  readonly hostMap: Readonly<Record<string, string>>
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  readonly secContact: string | null
  readonly yahooUserAgent: string | null
  readonly eodhdApiToken: string | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** What is wrong with one variable. */
type ConfigProblem = { readonly variable: string; readonly detail: string }

/** The environment cannot be used; the message has one line per problem. Oreline prints it and ends with 1. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, detail }) => `  ${variable}: ${detail}`)
    super(['Oreline cannot start with this configuration:', ...lines].join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Reads the environment; throws a ConfigError that names every problem at once. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success)
    return configOf(orThrow(parsed.data, [...unknownVariables(given), ...conflicts(parsed.data)]))
  const unreadable = parsed.error.issues.map(problemOf)
  // What can be read is still held against each other, so that one start shows everything there is to mend.
  const isUnreadable = (name: string) => unreadable.some(({ variable }) => variable === name)
  const readable = Object.fromEntries(Object.entries(given).filter(([name]) => !isUnreadable(name)))
  const clashes = conflicts(environmentSchema.parse(readable)).filter(
    ({ variable }) => !isUnreadable(variable),
  )
  throw new ConfigError([...unknownVariables(given), ...unreadable, ...clashes])
}

function orThrow<T>(value: T, problems: readonly ConfigProblem[]): T {
  if (problems.length > 0) throw new ConfigError(problems)
  return value
}

/** A misspelt variable would be silently without effect. */
function unknownVariables(given: Readonly<Record<string, unknown>>): ConfigProblem[] {
  const known = Object.keys(environmentSchema.shape)
  return Object.keys(given)
    .filter((name) => name.startsWith('ORELINE_') && !known.includes(name))
    .map((variable) => ({
      variable,
      detail: `there is no such variable; there are ${known.filter((name) => name.startsWith('ORELINE_')).join(', ')}`,
    }))
}

function problemOf({ path, message }: z.core.$ZodIssue): ConfigProblem {
  const [variable = '', ...inside] = path.map(String)
  return { variable, detail: inside.length === 0 ? message : `${inside.join('.')}: ${message}` }
}

/** What no variable shows alone. */
function conflicts(environment: Environment): ConfigProblem[] {
  const { HOST: host, ORELINE_AUTH: auth, SMTP_URL: smtpUrl, MAIL_FROM: from } = environment
  const problems: ConfigProblem[] = []
  if (smtpUrl !== undefined && from === undefined)
    problems.push({ variable: 'MAIL_FROM', detail: 'needed beside SMTP_URL' })
  if (smtpUrl === undefined && from !== undefined)
    problems.push({ variable: 'SMTP_URL', detail: 'needed beside MAIL_FROM' })
  if (auth === 'on')
    problems.push({
      variable: 'ORELINE_AUTH',
      detail: 'accounts do not exist yet; listen on 127.0.0.1 without them',
    })
  if (auth === undefined && !isLoopback(host))
    problems.push({
      variable: 'HOST',
      detail:
        'outside loopback accounts are on, and they do not exist yet; listen on 127.0.0.1, or publish on loopback' +
        ' with ORELINE_AUTH=off and a loopback ORELINE_PUBLIC_URL',
    })
  if (auth === 'off' && !isLoopback(host) && !isLoopback(new URL(publicUrlOf(environment)).hostname))
    problems.push({
      variable: 'ORELINE_AUTH',
      detail: 'off is refused outside loopback, unless ORELINE_PUBLIC_URL is a loopback address',
    })
  return problems
}

function publicUrlOf({ ORELINE_PUBLIC_URL: given, HOST: host, PORT: port }: Environment): string {
  return given ?? `http://${inUrl(host)}:${port}`
}

/** What the operator has set for sources that are not asked without it, by the name of the variable; null: nothing. */
export const sourceSettings = ({
  secContact,
  eodhdApiToken,
}: Pick<Config, 'secContact' | 'eodhdApiToken'>): Readonly<
  Record<NonNullable<SourceDescription['needs']>, string | null>
> => ({ SEC_CONTACT: secContact, EODHD_API_TOKEN: eodhdApiToken })

function configOf(environment: Environment): Config {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = environment
  return {
    databaseUrl: environment.DATABASE_URL ?? null,
    dataDir: environment.ORELINE_DATA_DIR,
    upgradeBackup: environment.ORELINE_UPGRADE_BACKUP === 'on',
    host: environment.HOST,
    port: environment.PORT,
    publicUrl: publicUrlOf(environment),
    role: environment.ORELINE_ROLE,
    offline: environment.ORELINE_OFFLINE === '1',
    hostMap: environment.ORELINE_HOST_MAP ?? {},
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
    secContact: environment.SEC_CONTACT ?? null,
    yahooUserAgent: environment.YAHOO_USER_AGENT ?? null,
    eodhdApiToken: environment.EODHD_API_TOKEN ?? null,
    logLevel: environment.LOG_LEVEL,
  }
}
