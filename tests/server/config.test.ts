import { ConfigError, parseConfig } from '@oreline/server/config.ts'
import { assert, constantFrom, dictionary, property, string } from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { environmentSchema } from '../../server/environment.ts'

/** The problems a start with this environment would print. */
function problemsOf(environment: Record<string, string>): Record<string, string> {
  try {
    parseConfig(environment)
    return {}
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return Object.fromEntries(error.problems.map(({ variable, detail }) => [variable, detail]))
  }
}

describe('the environment', () => {
  test('nothing set: a private store, listening on loopback without accounts', () => {
    expect(parseConfig({})).toEqual({
      databaseUrl: null,
      dataDir: '.oreline',
      host: '127.0.0.1',
      port: 4600,
      publicUrl: 'http://127.0.0.1:4600',
      role: 'all',
      offline: false,
      hostMap: {},
      mail: null,
      secContact: null,
      yahooUserAgent: null,
      eodhdApiToken: null,
      upgradeBackup: true,
      logLevel: 'info',
    })
  })

  test('an empty value is no value', () => {
    const empty = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, '']))
    expect(parseConfig(empty)).toEqual(parseConfig({}))
  })

  test('everything set arrives typed', () => {
    const config = parseConfig({
      DATABASE_URL: 'postgres://oreline:secret@db:5432/oreline',
      ORELINE_DATA_DIR: '/var/lib/oreline',
      HOST: '::1',
      PORT: '8080',
      ORELINE_ROLE: 'api',
      ORELINE_AUTH: 'off',
      ORELINE_OFFLINE: '1',
      ORELINE_HOST_MAP: '{"query1.finance.yahoo.com":"http://127.0.0.1:9100/yahoo"}',
      SMTP_URL: 'smtp://127.0.0.1:1025',
      MAIL_FROM: 'Oreline <oreline@example.org>',
      SEC_CONTACT: 'reader@example.org',
      LOG_LEVEL: 'debug',
      HOME: '/home/reader',
    })
    expect(config).toMatchObject({
      port: 8080,
      publicUrl: 'http://[::1]:8080',
      role: 'api',
      offline: true,
      hostMap: { 'query1.finance.yahoo.com': 'http://127.0.0.1:9100/yahoo' },
      mail: { smtpUrl: 'smtp://127.0.0.1:1025', from: 'Oreline <oreline@example.org>' },
      secContact: 'reader@example.org',
    })
  })

  test('all problems are named at once, clashes between readable values too', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://db',
      PORT: '99999',
      HOST: '0.0.0.0',
      ORELINE_ROLE: 'both',
      ORELINE_OFLINE: '1',
      SMTP_URL: 'smtp://mail.example.org',
      SEC_CONTACT: 'nobody',
      LOG_LEVEL: 'loud',
    })
    expect(Object.keys(problems).toSorted()).toEqual([
      'DATABASE_URL',
      'HOST',
      'LOG_LEVEL',
      'MAIL_FROM',
      'ORELINE_OFLINE',
      'ORELINE_ROLE',
      'PORT',
      'SEC_CONTACT',
    ])
    expect(problems['ORELINE_OFLINE']).toContain('ORELINE_OFFLINE')
  })

  test('a secret never stands in a message', () => {
    const secrets = { DATABASE_URL: 'mysql://oreline:hunter2@db', SMTP_URL: 'http://user:hunter2@mail' }
    expect(() => parseConfig(secrets)).toThrow(ConfigError)
    expect(() => parseConfig(secrets)).not.toThrow(/hunter2/)
  })

  test.each([
    ['PORT', ['http', '0', '-1', '4600.5', '65536', '1e3', ' 80']],
    ['HOST', ['two words', 'a/b', ':::::']],
    ['ORELINE_PUBLIC_URL', ['localhost:4600', 'ftp://a', 'http://a/path', 'http://user@a', 'http://a?b=c']],
    ['ORELINE_OFFLINE', ['true', 'yes', '2']],
    [
      'ORELINE_HOST_MAP',
      ['{', '[]', '"x"', '{"a":1}', '{"a.example":"10.0.0.1:80"}', '{"A.example":"http://127.0.0.1"}'],
    ],
    ['MAIL_FROM', ['oreline', 'a@b\nBcc: c@d', 'a b@c']],
    ['EODHD_API_TOKEN', ['abc', 'with space1', 'a&b=c&d=efg']],
    ['YAHOO_USER_AGENT', ['Mozilla\nCookie: a', 'Mözilla']],
  ])('%s refuses what it cannot mean', (variable, values) => {
    for (const value of values) expect(Object.keys(problemsOf({ [variable]: value }))).toContain(variable)
  })

  test('the host map leads to this machine only', () => {
    for (const target of [
      'http://10.0.0.1',
      'http://127.0.0.1.example.org',
      'https://example.org',
      'http://localhost.example.org',
    ])
      expect(problemsOf({ ORELINE_HOST_MAP: JSON.stringify({ 'a.example': target }) })).toEqual({
        ORELINE_HOST_MAP: 'a.example: a target outside this machine',
      })
    for (const target of [
      'http://127.0.0.1:9100',
      'http://localhost:1/yahoo',
      'http://[::1]:9100',
      'https://127.9.9.9',
    ])
      expect(problemsOf({ ORELINE_HOST_MAP: JSON.stringify({ 'a.example': target }) })).toEqual({})
  })
})

describe('accounts', () => {
  const loopback = { ORELINE_PUBLIC_URL: 'http://127.0.0.1:4600' }

  test.each([
    ['loopback needs none', {}, []],
    ['loopback says so', { ORELINE_AUTH: 'off' }, []],
    ['on, anywhere: they do not exist yet', { ORELINE_AUTH: 'on' }, ['ORELINE_AUTH']],
    ['elsewhere they are on by default', { HOST: '0.0.0.0', ...loopback }, ['HOST']],
    ['off elsewhere', { HOST: '0.0.0.0', ORELINE_AUTH: 'off' }, ['ORELINE_AUTH']],
    [
      'off elsewhere, public',
      { HOST: '::', ORELINE_AUTH: 'off', ORELINE_PUBLIC_URL: 'https://a.example' },
      ['ORELINE_AUTH'],
    ],
    ['off in a container published on loopback', { HOST: '0.0.0.0', ORELINE_AUTH: 'off', ...loopback }, []],
  ])('%s', (_, environment, refused) => {
    expect(Object.keys(problemsOf(environment))).toEqual(refused)
  })
})

/** As it would stand in `.env.example`; empty: none. */
function defaultOf(variable: z.ZodType): string {
  const { data } = variable.safeParse(undefined)
  return typeof data === 'string' || typeof data === 'number' ? String(data) : ''
}

describe('.env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')

  test('has the variables of the schema, in its order, with its descriptions and defaults', () => {
    const entries = [...example.matchAll(/^# (.+)\n# ([A-Z_]+)=(.*)$/gm)].map(
      ([, description, name, value]) => ({
        name,
        description,
        value,
      }),
    )
    const schema = Object.entries(environmentSchema.shape).map(([name, variable]) => ({
      name,
      description: variable.meta()?.description,
      value: defaultOf(variable),
    }))
    expect(entries).toEqual(schema)
    for (const { description } of schema) expect(description).toMatch(/\.$|"}$/)
  })

  test('as it stands it is the same as setting nothing', () => {
    const lines = example.split('\n').filter((line) => line !== '')
    expect(lines.every((line) => line.startsWith('#'))).toBe(true)
  })
})

test('whatever stands in the environment, parsing ends with a configuration or a ConfigError', () => {
  const names = constantFrom(...Object.keys(environmentSchema.shape))
  assert(
    property(dictionary(names, string()), (environment) => {
      expect(Object.keys(problemsOf(environment)).every((name) => name in environmentSchema.shape)).toBe(true)
    }),
  )
})
