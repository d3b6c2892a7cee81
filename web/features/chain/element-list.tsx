import { NativeSelect, VisuallyHidden } from '@mantine/core'
import { stageSchema, type Stage } from '@oreline/shared/domain/chain/stage.ts'
import { useState } from 'react'
import { stageWords } from '../../ui/policy-words.ts'
import { CellFace } from './cell-face.tsx'
import { cellWords } from './cell-words.ts'
import type { Cell } from './cells.ts'
import { ElementHead } from './element-head.tsx'
import type { MatrixProps } from './matrix.tsx'
import classes from './matrix.module.css'

/** The matrix where there is no room for one: a stage to choose, and its elements under each other. */
export function ElementList(props: MatrixProps) {
  const { rows, stages, choice } = props
  const [browsed, setBrowsed] = useState<Stage>(choice.stage[0] ?? 'separation')
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
        {rows.flatMap((cells) =>
          cells
            .filter(({ stage }) => stage === browsed)
            .map((cell) => <ElementRow key={cell.element.symbol} cell={cell} {...props} />),
        )}
      </ul>
    </div>
  )
}

function ElementRow({ cell, companies, choice, at, onChoose }: MatrixProps & { readonly cell: Cell }) {
  const { stage, element } = cell
  return (
    <li className={classes['listRow']}>
      <button
        type="button"
        className={classes['pickElement']}
        onClick={() => onChoose({ stage: [], element: [element.symbol] })}
      >
        <ElementHead element={element} at={at} />
      </button>
      <button
        type="button"
        className={classes['pick']}
        data-strong={cell.presences.length > 0}
        aria-pressed={choice.stage[0] === stage && choice.element[0] === element.symbol}
        onClick={() => onChoose({ stage: [stage], element: [element.symbol] })}
      >
        <VisuallyHidden>{cellWords(cell, companies)}</VisuallyHidden>
        <span aria-hidden="true">
          <CellFace cell={cell} companies={companies} dimmed={choice.tickers} />
        </span>
      </button>
    </li>
  )
}
