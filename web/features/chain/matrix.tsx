import type { ChainElement } from '@oreline/shared/api/chain.ts'
import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useRef, useState, type KeyboardEvent } from 'react'
import { stageWords } from '../../ui/policy-words.ts'
import type { Cell } from './cells.ts'
import { cellWords } from './cell-words.ts'
import type { ChainView } from './chain-view.ts'
import { CellFace } from './cell-face.tsx'
import type { Company } from './companies.ts'
import { groupWords } from './coverage-words.ts'
import { ElementHead } from './element-head.tsx'
import { movedBy, type GridPlace } from './grid-move.ts'
import classes from './matrix.module.css'

export type MatrixProps = {
  readonly rows: readonly (readonly Cell[])[]
  readonly stages: readonly Stage[]
  readonly companies: readonly Company[]
  readonly view: ChainView
  readonly at: IsoDate
  readonly onChoose: (choice: Pick<ChainView, 'stage' | 'element'>) => void
}

/**
 * Stage by element as a grid of one tab stop: the arrow keys, Home, End, Page Up and Page Down move, Enter chooses.
 * The first row chooses a stage, the first column an element.
 */
export function Matrix({ rows, stages, companies, view, at, onChoose }: MatrixProps) {
  const grid = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: 1, column: 1 })
  const size = { rows: rows.length + 1, columns: stages.length + 1 }
  const tabIndex = (row: number, column: number) => (place.row === row && place.column === column ? 0 : -1)
  const move = (event: KeyboardEvent) => {
    const next = movedBy(event.key, place, size, event.ctrlKey)
    if (next === null) return
    event.preventDefault()
    // The corner has nothing to choose.
    const target = next.row === 0 && next.column === 0 ? place : next
    setPlace(target)
    grid.current
      ?.querySelector<HTMLElement>(`[data-row="${target.row}"][data-column="${target.column}"]`)
      ?.focus()
  }
  const buttonAt = (row: number, column: number) => ({
    type: 'button' as const,
    tabIndex: tabIndex(row, column),
    'data-row': row,
    'data-column': column,
    onFocus: () => setPlace({ row, column }),
  })
  return (
    <table
      ref={grid}
      className={classes['matrix']}
      role="grid"
      aria-label="Stages by elements"
      onKeyDown={move}
    >
      <thead>
        <tr>
          <td className={classes['corner']}>
            <span className={classes['faint']}>{'element ↓ stage →'}</span>
          </td>
          {stages.map((stage, place) => (
            <th key={stage} scope="col" data-beside={stage === 'recycling'}>
              <button
                {...buttonAt(0, place + 1)}
                className={classes['stage']}
                aria-pressed={isOnly(view.stage, stage) && view.element.length === 0}
                onClick={() => onChoose({ stage: [stage], element: [] })}
              >
                {stageWords[stage]}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(rows).map(({ group, own, before }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={stages.length + 1} className={classes['group']}>
              {groupWords[group]}
            </th>
          </tr>
          {own.map(({ element, cells }, within) => {
            const row = before + within + 1
            return (
              <tr key={element.symbol}>
                <th scope="row">
                  <button
                    {...buttonAt(row, 0)}
                    className={classes['element']}
                    aria-pressed={isOnly(view.element, element.symbol) && view.stage.length === 0}
                    onClick={() => onChoose({ stage: [], element: [element.symbol] })}
                  >
                    <ElementHead element={element} at={at} />
                  </button>
                </th>
                {cells.map((cell, column) => (
                  <td key={cell.stage} data-beside={cell.stage === 'recycling'}>
                    <button
                      {...buttonAt(row, column + 1)}
                      className={classes['cell']}
                      aria-label={cellWords(cell, companies)}
                      aria-pressed={isOnly(view.stage, cell.stage) && isOnly(view.element, element.symbol)}
                      onClick={() => onChoose({ stage: [cell.stage], element: [element.symbol] })}
                    >
                      <CellFace cell={cell} companies={companies} dimmed={view.tickers} />
                    </button>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

const isOnly = <T,>(chosen: readonly T[], one: T) => chosen.length === 1 && chosen[0] === one

type Row = { readonly element: ChainElement; readonly cells: readonly Cell[] }
type RowGroup = {
  readonly group: ChainElement['group']
  readonly own: readonly Row[]
  /** How many rows stand before it. */
  readonly before: number
}

function groupsOf(rows: readonly (readonly Cell[])[]): readonly RowGroup[] {
  const named = rows.flatMap((cells): readonly Row[] => {
    const element = cells[0]?.element
    return element === undefined ? [] : [{ element, cells }]
  })
  return [...Map.groupBy(named, ({ element }) => element.group)].map(([group, own]) => ({
    group,
    own,
    before: named.findIndex(({ element }) => element.group === group),
  }))
}
