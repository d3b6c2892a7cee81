import type { Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { KeyGrid, type GridCell, type GridRow } from '../../charts/key-grid.tsx'
import { stageWords } from '../../ui/policy-words.ts'
import { CellFace } from './cell-face.tsx'
import { cellWords } from './cell-words.ts'
import type { Cell, Choice } from './cells.ts'
import type { Company } from './companies.ts'
import { groupWords } from './coverage-words.ts'
import { ElementHead } from './element-head.tsx'

export type MatrixProps = {
  /** An element a row, in groups. */
  readonly rows: readonly (readonly Cell[])[]
  readonly stages: readonly Stage[]
  readonly companies: readonly Company[]
  readonly choice: Choice
  readonly at: IsoDate
  readonly onChoose: (choice: Pick<Choice, 'stage' | 'element'>) => void
}

/** Stage by element. The first row chooses a stage, the first column an element, a cell both. */
export function Matrix(props: MatrixProps) {
  const { rows, stages, choice, onChoose } = props
  return (
    <KeyGrid
      label="Stages by elements"
      corner="element ↓ stage →"
      heads={stages.map((stage) => ({
        key: stage,
        face: stageWords[stage],
        label: null,
        isChosen: isOnly(choice.stage, stage) && choice.element.length === 0,
        isStrong: false,
        isBeside: stage === 'recycling',
        onChoose: () => onChoose({ stage: [stage], element: [] }),
      }))}
      rows={rows.flatMap((cells, place) => rowOf(cells, rows[place - 1], props))}
    />
  )
}

function rowOf(
  cells: readonly Cell[],
  before: readonly Cell[] | undefined,
  props: MatrixProps,
): readonly GridRow[] {
  const element = cells[0]?.element
  if (element === undefined) return []
  const { choice, at, onChoose } = props
  return [
    {
      key: element.symbol,
      group: before?.[0]?.element.group === element.group ? null : groupWords[element.group],
      head: {
        key: element.symbol,
        face: <ElementHead element={element} at={at} />,
        label: null,
        isChosen: isOnly(choice.element, element.symbol) && choice.stage.length === 0,
        isStrong: false,
        isBeside: false,
        onChoose: () => onChoose({ stage: [], element: [element.symbol] }),
      },
      cells: cells.map((cell) => cellOf(cell, props)),
    },
  ]
}

function cellOf(cell: Cell, { companies, choice, onChoose }: MatrixProps): GridCell {
  const { stage, element } = cell
  return {
    key: stage,
    face: <CellFace cell={cell} companies={companies} dimmed={choice.tickers} />,
    label: cellWords(cell, companies),
    isChosen: isOnly(choice.stage, stage) && isOnly(choice.element, element.symbol),
    isStrong: cell.presences.length > 0,
    isBeside: stage === 'recycling',
    onChoose: () => onChoose({ stage: [stage], element: [element.symbol] }),
  }
}

const isOnly = <T,>(chosen: readonly T[], one: T) => chosen.length === 1 && chosen[0] === one
