/** What an operator has typed about one day, and what of it can be stored. */
import { calendarOverrideSchema, type DayOverride } from '@oreline/shared/domain/calendar/overrides.ts'
import { calendarIdSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'

export const overrideKinds = ['closed', 'open', 'early-close'] as const
export type OverrideKind = (typeof overrideKinds)[number]

/** As typed; nothing of it is checked yet. */
export type OverrideDraft = {
  readonly calendar: string
  readonly date: string
  readonly kind: OverrideKind
  readonly close: string
  readonly note: string
}

export const emptyDraft: OverrideDraft = {
  calendar: 'XNYS',
  date: '',
  kind: 'closed',
  close: '13:00',
  note: '',
}

/** What can be stored, or what is wrong by field. */
export function readDraft(
  draft: OverrideDraft,
):
  | { readonly kind: 'ready'; readonly overruling: DayOverride }
  | { readonly kind: 'faulty'; readonly faults: Readonly<Partial<Record<keyof OverrideDraft, string>>> } {
  const calendar = calendarIdSchema.safeParse(draft.calendar)
  const date = isoDateSchema.safeParse(draft.date)
  const override = calendarOverrideSchema.safeParse(
    draft.kind === 'early-close'
      ? { kind: draft.kind, close: draft.close, note: draft.note }
      : { kind: draft.kind, note: draft.note },
  )
  if (calendar.success && date.success && override.success) {
    return {
      kind: 'ready',
      overruling: { calendar: calendar.data, date: date.data, override: override.data },
    }
  }
  const faulty = new Set(override.error?.issues.map(({ path }) => path[0]))
  return {
    kind: 'faulty',
    faults: {
      ...(calendar.success ? {} : { calendar: 'Choose an exchange.' }),
      ...(date.success ? {} : { date: 'Which day?' }),
      ...(faulty.has('close') ? { close: 'A time of the exchange’s own clock, as 13:00.' } : {}),
      ...(faulty.has('note')
        ? { note: 'Say why and where it was announced, in at most 300 characters.' }
        : {}),
    },
  }
}
