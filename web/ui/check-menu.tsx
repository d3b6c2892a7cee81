import { Checkbox, Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './check-menu.module.css'
import { ChevronDownIcon } from './icons.tsx'

type CheckItem = {
  readonly name: string
  /** A word for the button; `label` stands in the menu. */
  readonly word: string
  readonly label: ReactNode
  readonly checked: boolean
}

export type CheckMenuProps = {
  readonly title: string
  readonly items: readonly CheckItem[]
  /** Short labels stand in columns. */
  readonly dense?: boolean
  /** The names checked from now on, in the order of the items. */
  readonly onChange: (names: readonly string[]) => void
}

/** A button that opens a list of names to check, and says which are. */
export function CheckMenu({ title, items, dense = false, onChange }: CheckMenuProps) {
  const [first, ...others] = items.filter(({ checked }) => checked)
  const toggle = (name: string) =>
    onChange(items.flatMap((item) => ((item.name === name) === item.checked ? [] : [item.name])))
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={classes['button']} data-active={first !== undefined}>
          {title}
          {first === undefined ? null : (
            <span className={classes['chosen']}>
              {first.word}
              {others.length > 0 ? ` +${others.length}` : ''}
            </span>
          )}
          <ChevronDownIcon />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes['dropdown'] ?? ''}>
        <fieldset aria-label={title} className={dense ? classes['columns'] : classes['rows']}>
          {items.map(({ name, label, checked }) => (
            <Checkbox key={name} size="xs" checked={checked} onChange={() => toggle(name)} label={label} />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
