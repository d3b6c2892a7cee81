import { standingOf, type Decision } from '@oreline/shared/domain/inbox/standing.ts'
import { eventIdSchema } from '@oreline/shared/domain/policy/event.ts'
import { describe, expect, test } from 'vitest'
import { instant } from '../../support/brands.ts'

const said = (
  item: number,
  decision: Decision['decision'],
  hour: number,
  event: string | null = null,
): Decision => ({
  item,
  decision,
  eventId: event === null ? null : eventIdSchema.parse(event),
  by: 'Ann',
  reason: null,
  decidedAt: instant(`2026-11-20T0${hour}:00:00.000Z`),
})

describe('how a candidate stands', () => {
  test('by the last decision', () => {
    const decisions = [said(1, 'dismissed', 1), said(1, 'reopened', 2), said(1, 'linked', 3, 'an-event')]
    expect(standingOf([1], decisions.slice(0, 1)).state).toBe('dismissed')
    expect(standingOf([1], decisions.slice(0, 2))).toMatchObject({
      state: 'open',
      decision: null,
      others: [],
    })
    expect(standingOf([1], decisions)).toMatchObject({ state: 'linked', eventIds: ['an-event'] })
  })

  test('folded, a dismissal does not cover a part that nobody looked at; a link does', () => {
    expect(standingOf([1, 2], [said(2, 'dismissed', 1)])).toMatchObject({
      state: 'open',
      others: [{ decision: 'dismissed' }],
    })
    expect(standingOf([1, 2], [said(2, 'linked', 1, 'an-event')])).toMatchObject({
      state: 'linked',
      others: [],
    })
    expect(standingOf([1, 2], [said(1, 'dismissed', 1), said(2, 'dismissed', 2)])).toMatchObject({
      state: 'dismissed',
      others: [],
    })
  })

  test('folded, parts decided differently keep both, and the documents belong to both events', () => {
    const decisions = [said(1, 'linked', 1, 'one-event'), said(2, 'linked', 2, 'another-event')]
    expect(standingOf([1, 2], [...decisions, said(3, 'dismissed', 3)])).toMatchObject({
      state: 'linked',
      decision: { eventId: 'another-event' },
      others: [{ eventId: 'one-event' }],
      eventIds: ['another-event', 'one-event'],
    })
    expect(standingOf([1, 2, 3], [...decisions, said(3, 'dismissed', 3)]).others).toHaveLength(2)
  })
})
