import type { CalendarDate, CalendarKind } from '@oreline/shared/domain/policy/calendar-date.ts'
import classes from './ribbon.module.css'

type Form = 'start' | 'end' | 'pause' | 'promise' | 'report' | 'money'

/** The form of a mark says what kind of date it is; four forms of policy and two of companies. */
const formOf: Readonly<Record<CalendarKind, Form>> = {
  effective: 'start',
  'provision-effective': 'start',
  end: 'end',
  'suspension-end': 'pause',
  expected: 'promise',
  results: 'report',
  activities: 'report',
  'ex-date': 'money',
  payment: 'money',
}

const paths: Readonly<Record<Form, string>> = {
  start: 'M-4.5 -5.5 L5.5 0 L-4.5 5.5 Z',
  end: 'M-5 -5 H5 V5 H-5 Z',
  pause: 'M-5 -5 H-1.5 V5 H-5 Z M1.5 -5 H5 V5 H1.5 Z',
  promise: 'M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z',
  report: 'M0 -5.5 A5.5 5.5 0 1 1 0 5.5 A5.5 5.5 0 1 1 0 -5.5 Z',
  money: 'M-1.8 -5.5 H1.8 V-1.8 H5.5 V1.8 H1.8 V5.5 H-1.8 V1.8 H-5.5 V-1.8 H-1.8 Z',
}

export const markForms: readonly { readonly kind: CalendarKind; readonly label: string }[] = [
  { kind: 'effective', label: 'takes effect' },
  { kind: 'end', label: 'last day in force' },
  { kind: 'suspension-end', label: 'last day of a pause' },
  { kind: 'expected', label: 'promised' },
  { kind: 'results', label: 'results, reports' },
  { kind: 'ex-date', label: 'dividend' },
]

/** Filled where the very day is set, hollow and dashed where it is about that day, hollow where it is the last day allowed. */
export function DateMark({
  date: { kind, precision, passed_unconfirmed: passed },
  ink,
}: {
  readonly date: Pick<CalendarDate, 'kind' | 'precision' | 'passed_unconfirmed'>
  readonly ink: string
}) {
  const isSet = precision === 'day'
  return (
    <>
      {passed ? <circle r={9} className={classes['passed']} /> : null}
      <path
        d={paths[formOf[kind]]}
        fill={isSet ? ink : 'var(--ore-surface)'}
        stroke={ink}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeDasharray={precision === 'approximate' ? '2 1.6' : undefined}
      />
    </>
  )
}
