/** What one check came to: one line. `todo` says what to do about it; null: nothing. */
export type Finding = {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'failed'
  readonly says: string
  readonly todo: string | null
}

/** Builders of the three kinds. */
export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says, todo: null })
export const warning = (check: string, says: string, todo: string): Finding => ({
  check,
  state: 'warning',
  says,
  todo,
})
export const failed = (check: string, says: string, todo: string): Finding => ({
  check,
  state: 'failed',
  says,
  todo,
})
