/** A grid of things to choose, for eye, pointer and keyboard: one tab stop, and arrow keys from there. */
import { VisuallyHidden } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { movedBy, type GridPlace } from './grid-move.ts'
import classes from './key-grid.module.css'

/** `label`: what it says in words, where the face does not. `isStrong`: something is there. */
export type GridCell = {
  readonly key: string
  readonly face: ReactNode
  readonly label: string | null
  readonly isChosen: boolean
  readonly isStrong: boolean
  /** The last column may stand apart. */
  readonly isBeside: boolean
  readonly onChoose: () => void
}
/** `group`: stands over the row where a group begins; null: the row belongs to the one before. */
export type GridRow = {
  readonly key: string
  readonly group: string | null
  readonly head: GridCell
  readonly cells: readonly GridCell[]
}

export type KeyGridProps = {
  readonly label: string
  /** In the corner, which is nothing to choose. */
  readonly corner: ReactNode
  readonly heads: readonly GridCell[]
  readonly rows: readonly GridRow[]
}

/** Arrow keys, Home, End, Page Up and Page Down move; Enter and the space bar choose. */
export function KeyGrid({ label, corner, heads, rows }: KeyGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: 1, column: 1 })
  const size = { rows: rows.length + 1, columns: heads.length + 1 }
  const move = (event: KeyboardEvent) => {
    const next = movedBy(event.key, place, size, event.ctrlKey)
    if (next === null) return
    event.preventDefault()
    if (next.row === 0 && next.column === 0) return
    setPlace(next)
    grid.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus()
  }
  const at = (row: number, column: number) => ({
    row,
    column,
    isStop: place.row === row && place.column === column,
    onFocus: () => setPlace({ row, column }),
  })
  return (
    <div ref={grid} role="grid" tabIndex={-1} aria-label={label} className={classes['grid']} onKeyDown={move}>
      <div role="row" className={classes['row']}>
        <div role="columnheader" className={classes['corner']}>
          {corner}
        </div>
        {heads.map((cell, column) => (
          <Choice key={cell.key} cell={cell} role="columnheader" {...at(0, column + 1)} />
        ))}
      </div>
      {rows.map(({ key, group, head, cells }, row) => (
        <div key={key} role="rowgroup">
          {group === null ? null : (
            <div role="row">
              <div role="rowheader" className={classes['group']}>
                {group}
              </div>
            </div>
          )}
          <div role="row" className={classes['row']}>
            <Choice cell={head} role="rowheader" {...at(row + 1, 0)} />
            {cells.map((cell, column) => (
              <Choice key={cell.key} cell={cell} role="gridcell" {...at(row + 1, column + 1)} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

type ChoiceProps = {
  readonly cell: GridCell
  readonly role: 'columnheader' | 'rowheader' | 'gridcell'
  readonly row: number
  readonly column: number
  readonly isStop: boolean
  readonly onFocus: () => void
}

function Choice({ cell, role, row, column, isStop, onFocus }: ChoiceProps) {
  return (
    <div role={role} className={classes['place']} data-beside={cell.isBeside}>
      <button
        type="button"
        className={classes['choice']}
        tabIndex={isStop ? 0 : -1}
        data-row={row}
        data-column={column}
        data-kind={role}
        data-strong={cell.isStrong}
        aria-pressed={cell.isChosen}
        onFocus={onFocus}
        onClick={cell.onChoose}
      >
        {cell.label === null ? (
          cell.face
        ) : (
          <>
            <VisuallyHidden>{cell.label}</VisuallyHidden>
            <span aria-hidden="true">{cell.face}</span>
          </>
        )}
      </button>
    </div>
  )
}
