/** Two people changed the same event: field by field what each of them says, and what both started from. */
import { isSameJson } from '@oreline/shared/domain/policy/changed-fields.ts'
import {
  candidateOf,
  flagNames,
  isQuantity,
  listNames,
  rowsNames,
  textNames,
  type DraftField,
  type EventDraft,
} from './event-draft.ts'

export type Side = 'mine' | 'theirs'

/** A field on which the two differ; values are those of the event. `settled`: only one of them changed it; null: both did. */
export type FieldConflict = {
  readonly field: DraftField
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  readonly settled: Side | null
}

/** In the order of the form. `base`: what mine started from. */
export function fieldConflicts(base: EventDraft, mine: EventDraft, theirs: EventDraft): FieldConflict[] {
  return [...textNames, ...flagNames, ...listNames, ...rowsNames].flatMap((field) => {
    const [former, own, other] = [base, mine, theirs].map((draft) => saidIn(draft, field))
    if (isSameJson(own, other)) return []
    const settled = isSameJson(former, other) ? 'mine' : isSameJson(former, own) ? 'theirs' : null
    return [{ field, base: former, mine: own, theirs: other, settled }]
  })
}

/** Theirs, with the fields of mine that were chosen. */
export function merged(
  mine: EventDraft,
  theirs: EventDraft,
  choices: ReadonlyMap<DraftField, Side>,
): EventDraft {
  const isMine = (field: DraftField) => choices.get(field) === 'mine'
  return {
    texts: { ...theirs.texts, ...picked(mine.texts, textNames.filter(isMine)) },
    flags: { ...theirs.flags, ...picked(mine.flags, flagNames.filter(isMine)) },
    lists: { ...theirs.lists, ...picked(mine.lists, listNames.filter(isMine)) },
    rows: { ...theirs.rows, ...picked(mine.rows, rowsNames.filter(isMine)) },
  }
}

const saidIn = (draft: EventDraft, field: DraftField): unknown =>
  isQuantity(field) ? draft.texts[field] : candidateOf(draft)[field]

const picked = <K extends string, V>(
  from: Readonly<Record<K, V>>,
  names: readonly K[],
): Partial<Record<K, V>> =>
  names.reduce<Partial<Record<K, V>>>((parts, name) => ({ ...parts, [name]: from[name] }), {})
