import { linksOf } from '@oreline/shared/domain/policy/links.ts'
import type { PolicyLinks } from '@oreline/shared/domain/policy/links.ts'
import { describe, expect, it } from 'vitest'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const none: PolicyLinks = { supersedes: [], superseded_by: [], suspends: [], suspended_by: [], related: [] }

describe('linksOf the catalogue', () => {
  const events = seedEvents()
  const links = linksOf(events)
  const of = (id: string) => links.get(seedEvent(id).id) ?? none

  it('Announcement 70 suspends the five entries of 9 October 2025, which say so alone', () => {
    expect(of('cn-2025-11-07-mofcom-70-suspension').suspends).toEqual([
      'cn-2025-10-09-mofcom-55-58-nonrare',
      'cn-2025-10-09-mofcom-56-equipment',
      'cn-2025-10-09-mofcom-57-five-elements',
      'cn-2025-10-09-mofcom-61-extraterritorial',
      'cn-2025-10-09-mofcom-62-technology',
    ])
    expect(of('cn-2025-10-09-mofcom-61-extraterritorial')).toEqual({
      ...none,
      suspended_by: ['cn-2025-11-07-mofcom-70-suspension'],
      // The first names the announcement, the second is named by it.
      related: ['us-2025-09-29-bis-affiliates-rule', 'us-2025-10-10-100-percent-tariff-threat'],
    })
  })

  it('the April 2025 controls are suspended by nothing', () => {
    expect(of('cn-2025-04-04-mofcom-18')).toMatchObject({ suspended_by: [], superseded_by: [] })
  })

  it('reads every link both ways, and no pair twice', () => {
    const faults = [...links].flatMap(([id, own]) => {
      const all = Object.values(own).flat()
      const back = (ids: readonly (typeof id)[], name: keyof PolicyLinks) =>
        ids.filter((other) => links.get(other)?.[name].includes(id) !== true)
      return [
        ...back(own.supersedes, 'superseded_by'),
        ...back(own.superseded_by, 'supersedes'),
        ...back(own.suspends, 'suspended_by'),
        ...back(own.suspended_by, 'suspends'),
        ...back(own.related, 'related'),
        ...all.filter((other, place) => other === id || all.indexOf(other) !== place),
      ].map((other) => `${id} ${other}`)
    })
    expect(faults).toEqual([])
  })

  it('loses no link that an event records', () => {
    const lost = events.flatMap((event) => {
      const told = new Set(Object.values(links.get(event.id) ?? none).flat())
      return [...event.supersedes, ...event.superseded_by, ...event.related].filter((id) => !told.has(id))
    })
    expect(lost).toEqual([])
  })
})

describe('linksOf', () => {
  const caused = (status: 'suspended' | 'superseded' | 'resumed', related: string) =>
    steps(`2024-02-01 ${status}`).map((step) => ({ ...step, related }))

  it('takes the causes of steps for what they are', () => {
    const cause = policyEvent({ id: 'cause' })
    const by = (status: Parameters<typeof caused>[0]) =>
      linksOf([policyEvent({ status_history: caused(status, 'cause') }), cause]).get(cause.id)
    expect(by('suspended')).toEqual({ ...none, suspends: ['cn-2024-01-10-test'] })
    expect(by('superseded')).toEqual({ ...none, supersedes: ['cn-2024-01-10-test'] })
    expect(by('resumed')).toEqual({ ...none, related: ['cn-2024-01-10-test'] })
  })

  it('orders by announcement, and knows no event that is not there', () => {
    const own = policyEvent({ related: ['later', 'cn-2024-01-10-test', 'nobody', 'earlier'] })
    const others = [
      policyEvent({ id: 'later', announced_date: '2024-01-11' }),
      policyEvent({ id: 'earlier', announced_date: '2024-01-09' }),
    ]
    expect(linksOf([own, ...others]).get(own.id)?.related).toEqual(['earlier', 'later'])
  })
})
