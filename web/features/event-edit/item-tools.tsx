import { ActionIcon } from '@mantine/core'
import { ChevronDownIcon, CloseIcon } from '../../ui/icons.tsx'
import classes from '../../ui/form.module.css'

export type ItemToolsProps = {
  /** What is moved or removed: `Steps 2`. */
  readonly what: string
  readonly place: number
  readonly count: number
  readonly isDisabled: boolean
  /** To another place, counted from 0. */
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** Moves an entry of a list up or down, or takes it out. */
export function ItemTools({ what, place, count, isDisabled, onMove, onRemove }: ItemToolsProps) {
  return (
    <div className={classes['tools']}>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        className={classes['up'] ?? ''}
        aria-label={`Move ${what} up`}
        disabled={isDisabled || place === 0}
        onClick={() => onMove(place - 1)}
      >
        <ChevronDownIcon />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Move ${what} down`}
        disabled={isDisabled || place === count - 1}
        onClick={() => onMove(place + 1)}
      >
        <ChevronDownIcon />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Remove ${what}`}
        disabled={isDisabled}
        onClick={onRemove}
      >
        <CloseIcon />
      </ActionIcon>
    </div>
  )
}

/** The list with an entry moved to another place. */
export function moved<T>(entries: readonly T[], from: number, to: number): T[] {
  const [entry] = entries.slice(from, from + 1)
  const rest = entries.filter((_, place) => place !== from)
  return entry === undefined ? rest : rest.toSpliced(to, 0, entry)
}
