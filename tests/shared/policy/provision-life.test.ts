import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent, steps } from '../../support/policy-event.ts'

describe('stateAt, part by part', () => {
  const parts = (
    history: readonly string[],
    dates: Partial<ReturnType<typeof policyEvent>['provisions'][number]>,
    act: Parameters<typeof policyEvent>[0] = {},
  ) => {
    const none = { effective_date: null, suspended_from: null, suspended_until: null }
    const event = policyEvent({
      provisions: [{ id: 'part', text: 'a part', ...none, ...dates }],
      status_history: steps(...history),
      ...act,
    })
    return (date: string) => stateAt(event, day(date))?.provisions?.[0]
  }

  it('the pause of another part, lifted, does not bring this one into force before its start', () => {
    const on = parts(['2024-01-10 effective', '2024-02-01 suspended', '2024-03-01 resumed'], {
      effective_date: day('2024-05-01'),
    })
    expect(on('2024-04-30')).toMatchObject({ value: 'announced' })
    expect(on('2024-05-01')).toEqual({ id: 'part', value: 'effective', since: '2024-05-01' })
  })

  it('a pause lifted early lets a start within it happen', () => {
    const paused = { suspended_from: day('2024-02-01'), suspended_until: day('2024-12-31') }
    const on = parts(['2024-01-10 effective', '2024-02-01 suspended', '2024-03-01 resumed'], {
      effective_date: day('2024-05-01'),
      ...paused,
    })
    expect(on('2024-03-01')).toEqual({ id: 'part', value: 'announced', since: '2024-03-01' })
    expect(on('2024-05-01')).toEqual({ id: 'part', value: 'effective', since: '2024-05-01' })
  })

  it('a start planned after a pause whose end nobody confirmed did not happen for certain', () => {
    const on = parts(['2024-01-10 effective', '2024-02-01 suspended'], {
      effective_date: day('2024-05-01'),
      suspended_from: day('2024-02-01'),
      suspended_until: day('2024-03-31'),
    })
    expect(on('2024-05-02')).toMatchObject({ value: 'suspended', unconfirmed: true })
  })

  it('nothing starts or pauses after the act is over', () => {
    const on = parts(['2024-01-10 effective', '2024-03-01 revoked'], {
      effective_date: day('2024-05-01'),
      suspended_from: day('2024-06-01'),
    })
    expect(on('2024-07-01')).toEqual({ id: 'part', value: 'revoked', since: '2024-03-01' })
  })

  it('the pause of the act is that of its parts, where none has its own', () => {
    const on = parts(
      ['2024-01-10 effective', '2024-02-01 suspended'],
      { effective_date: day('2024-01-10') },
      { suspended_from: '2024-02-01', suspended_until: '2024-03-31' },
    )
    expect(on('2024-03-31')).toEqual({ id: 'part', value: 'suspended', since: '2024-02-01' })
    expect(on('2024-04-01')).toHaveProperty('unconfirmed', true)
  })

  it('a step of the act without a day leaves a part unconfirmed only until the next', () => {
    const on = parts(['2024-01-10 effective', '? expired', '2024-06-01 superseded'], {
      effective_date: day('2024-02-01'),
    })
    expect(on('2024-05-31')).toHaveProperty('unconfirmed')
    expect(on('2024-06-01')).toEqual({ id: 'part', value: 'superseded', since: '2024-06-01' })
  })
})
