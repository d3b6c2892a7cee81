import { Button } from '@mantine/core'
import { useState } from 'react'
import { fieldPathWords } from '../../ui/event-fields.ts'
import { formatAmount } from '../../ui/format.ts'
import { valueLines } from '../../ui/value-lines.ts'
import classes from './conflict.module.css'
import type { DraftField } from './event-draft.ts'
import type { FieldConflict, Side } from './three-way.ts'

export type ConflictPartProps = {
  readonly conflicts: readonly FieldConflict[]
  /** How the other version is called: `Theirs`, `Shipped`. */
  readonly theirs: string
  readonly onMerge: (choices: ReadonlyMap<DraftField, Side>) => void
}

/** Field by field what both started from, what you say and what the others say; the choice is yours where both changed it. */
export function ConflictPart({ conflicts, theirs, onMerge }: ConflictPartProps) {
  const [choices, setChoices] = useState<ReadonlyMap<DraftField, Side>>(
    () => new Map(conflicts.flatMap(({ field, settled }) => (settled === null ? [] : [[field, settled]]))),
  )
  const open = conflicts.filter(({ field }) => !choices.has(field)).length
  return (
    <div className={classes['conflict']}>
      {conflicts.map((conflict) => (
        <FieldChoice
          key={conflict.field}
          conflict={conflict}
          theirs={theirs}
          choice={choices.get(conflict.field) ?? null}
          onChoose={(side) => setChoices(new Map([...choices, [conflict.field, side]]))}
        />
      ))}
      <div className={classes['row']}>
        <Button size="sm" disabled={open > 0} onClick={() => onMerge(choices)}>
          Go on with this
        </Button>
        <p aria-live="polite" className={classes['faint']}>
          {open === 0
            ? 'Nothing is saved yet: look at it below, then save'
            : `${formatAmount(open, 'field', 'fields')} to choose`}
        </p>
      </div>
    </div>
  )
}

type FieldChoiceProps = {
  readonly conflict: FieldConflict
  readonly theirs: string
  readonly choice: Side | null
  readonly onChoose: (side: Side) => void
}

function FieldChoice({ conflict, theirs, choice, onChoose }: FieldChoiceProps) {
  const { field, base, settled } = conflict
  const words = fieldPathWords(field)
  return (
    <fieldset className={classes['field']}>
      <legend>
        {words}
        <span className={classes['faint']}>
          {settled === null
            ? ' both changed it'
            : settled === 'mine'
              ? ' only you changed it'
              : ` only changed there`}
        </span>
      </legend>
      <div className={classes['sides']}>
        <div className={classes['side']}>
          <span className={classes['name']}>Before</span>
          <Lines value={base} />
        </div>
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side} className={classes['side']} data-chosen={choice === side}>
            <span className={classes['name']}>
              <input
                type="radio"
                name={`choice-${field}`}
                checked={choice === side}
                onChange={() => onChoose(side)}
              />
              {side === 'mine' ? 'Mine' : theirs}
            </span>
            <Lines value={conflict[side]} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Lines({ value }: { readonly value: unknown }) {
  const lines = valueLines(value)
  if (lines.length === 0) return <span className={classes['faint']}>nothing said</span>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
