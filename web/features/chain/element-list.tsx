import { NativeSelect } from '@mantine/core'
import { stageSchema, type Stage } from '@oreline/shared/domain/chain/stage.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useState } from 'react'
import { stageWords } from '../../ui/policy-words.ts'
import { CellFace } from './cell-face.tsx'
import { cellWords } from './cell-words.ts'
import { ElementHead } from './element-head.tsx'
import type { MatrixProps } from './matrix.tsx'
import classes from './matrix.module.css'

/** The matrix where there is no room for one: a stage to choose, and its elements under each other. */
export function ElementList({ rows, stages, companies, view, at, onChoose }: MatrixProps) {
  const [browsed, setBrowsed] = useState<Stage>(view.stage[0] ?? 'separation')
  return (
    <div className={classes['list']}>
      <NativeSelect
        size="sm"
        label="Stage"
        value={browsed}
        onChange={(event) => setBrowsed(stageSchema.catch(browsed).parse(event.currentTarget.value))}
        data={stages.map((stage) => ({ value: stage, label: stageWords[stage] }))}
      />
      <ul className={classes['list']} aria-label={`Elements at the stage ${stageWords[browsed]}`}>
        {rows.map((cells) => (
          <ElementRow
            key={cells[0]?.element.symbol}
            cell={cells.find(({ stage }) => stage === browsed)}
            {...{ companies, view, at, onChoose }}
          />
        ))}
      </ul>
    </div>
  )
}

type ElementRowProps = Pick<MatrixProps, 'companies' | 'view' | 'onChoose'> & {
  readonly cell: MatrixProps['rows'][number][number] | undefined
  readonly at: IsoDate
}

function ElementRow({ cell, companies, view, at, onChoose }: ElementRowProps) {
  if (cell === undefined) return null
  const { stage, element } = cell
  return (
    <li className={classes['listRow']}>
      <button
        type="button"
        className={classes['element']}
        onClick={() => onChoose({ stage: [], element: [element.symbol] })}
      >
        <ElementHead element={element} at={at} />
      </button>
      <button
        type="button"
        className={classes['cell']}
        aria-label={cellWords(cell, companies)}
        aria-pressed={view.stage[0] === stage && view.element[0] === element.symbol}
        onClick={() => onChoose({ stage: [stage], element: [element.symbol] })}
      >
        <CellFace cell={cell} companies={companies} dimmed={view.tickers} />
      </button>
    </li>
  )
}
