/** What every provider must be, whoever wrote it. */
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { describe, expect, test } from 'vitest'
import { providers } from '../../jobs/providers/index.ts'
import { allRoutes } from '../support/stand-in/all-routes.ts'

/** Least gaps of providers.md 1.2, in milliseconds. */
const gaps = {
  tencent: 2_000,
  eastmoney: 5_000,
  eodhd: 1_000,
  yahoo: 1_500,
  sec: 150,
  asx: 1_000,
  sse: 2_000,
  ecb: 1_000,
  frankfurter: 1_000,
  'sec-feed': 150,
  'asx-html': 1_000,
  cninfo: 2_000,
  'eastmoney-notices': 5_000,
  'federal-register': 500,
  'federal-register-inspection': 500,
  mofcom: 5_000,
  'mofcom-en': 5_000,
  'white-house': 1_000,
  'war-gov': 1_000,
  ustr: 1_000,
  'eu-press': 1_000,
  gdelt: 6_000,
}
/** Whose hosts, and manners over all of them, another one shares. */
const hostGroups: Readonly<Record<string, string>> = {
  'federal-register-inspection': 'federal-register',
  'sec-feed': 'sec',
}

describe.each(Object.values(providers))('$id', (provider) => {
  test('is a source that the page describes, under the same id as its host group', () => {
    expect(sources.map(({ id }): string => id)).toContain(provider.id)
    expect(provider.policy.group).toBe(hostGroups[provider.id] ?? provider.id)
  })

  test('keeps the gap that its host is owed', () => {
    expect(provider.policy.gapMs).toBeGreaterThanOrEqual(gaps[provider.id])
  })

  test('has every host of its own played by the stand-in', () => {
    const played = allRoutes().find(({ name }) => name === provider.policy.group)?.hosts
    expect(played).toEqual(expect.arrayContaining([...provider.policy.hosts]))
  })

  test('needs what its description says it needs', () => {
    const described = sources.find(({ id }) => id === provider.id)
    const needs = described !== undefined && 'needs' in described ? described.needs : undefined
    const settings = { SEC_CONTACT: 'secContact', EODHD_API_TOKEN: 'eodhdApiToken' } as const
    expect(provider.needs).toBe(needs === undefined ? undefined : settings[needs])
  })
})

test('the list names each provider by its id', () => {
  expect(Object.entries(providers).filter(([id, provider]) => id !== provider.id)).toEqual([])
})
