import { Button } from '@mantine/core'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { eventCellWords, eventFieldWords } from '../../ui/event-fields.ts'
import { inputId } from '../../ui/field-focus.ts'
import { EVENT_LIST, type Editor } from './editor.ts'
import { newRow, rowCells, type CellName, type DraftRow, type RowsName } from './event-draft.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { cellControlOf } from './form-fields.ts'
import classes from '../../ui/form.module.css'
import { ItemTools, moved } from './item-tools.tsx'
import { errorUnder } from '../../ui/form-errors.ts'
import { Control } from './text-field.tsx'

const oneOf: Readonly<Record<RowsName, string>> = {
  status_history: 'Step',
  provisions: 'Part',
  tickers: 'Exposure',
}

/** Rows with parts of their own: steps, provisions, exposures. */
export function RowsField({ editor, name }: { readonly editor: Editor; readonly name: RowsName }) {
  const { label, hint } = eventFieldWords[name]
  const { draft, errors, isBusy } = editor
  const rows = draft.rows[name]
  const [firstCell] = rowCells[name]
  const put = (next: readonly DraftRow[], focus?: string) =>
    editor.change({ ...draft, rows: { ...draft.rows, [name]: [...next] } }, focus)
  return (
    <FieldGroup path={name} legend={label} hint={hint} error={errors[name] ?? null}>
      {rows.map((row, place) => {
        const what = `${oneOf[name]} ${place + 1}`
        return (
          <fieldset key={row.key} className={classes['item']}>
            <legend>{what}</legend>
            <ItemTools
              what={what}
              place={place}
              count={rows.length}
              isDisabled={isBusy}
              onMove={(to) => put(moved(rows, place, to), `${name}.${to}.${firstCell}`)}
              onRemove={() => put(rows.toSpliced(place, 1), `${name}-add`)}
            />
            <div className={classes['fields']}>
              {rowCells[name].map((cell) => (
                <Cell
                  key={cell}
                  editor={editor}
                  path={`${name}.${place}.${cell}`}
                  cell={cell}
                  value={row.cells[cell] ?? ''}
                  isRequired={!isNullableCell(name, cell)}
                  onChange={(value) =>
                    put(rows.with(place, { ...row, cells: { ...row.cells, [cell]: value } }))
                  }
                />
              ))}
            </div>
            <p className={classes['error']}>{errors[`${name}.${place}`] ?? null}</p>
          </fieldset>
        )
      })}
      <Button
        id={inputId(`${name}-add`)}
        className={classes['add'] ?? ''}
        size="compact-xs"
        variant="default"
        disabled={isBusy}
        onClick={() => put([...rows, newRow(name, rows)], `${name}.${rows.length}.${firstCell}`)}
      >
        Add {oneOf[name] === 'Exposure' ? 'an' : 'a'} {oneOf[name].toLowerCase()}
      </Button>
    </FieldGroup>
  )
}

type CellProps = {
  readonly editor: Editor
  readonly path: string
  readonly cell: CellName
  readonly value: string
  readonly isRequired: boolean
  readonly onChange: (value: string) => void
}

function Cell({ editor, path, cell, value, isRequired, onChange }: CellProps) {
  const control = cellControlOf(cell)
  const words = {
    path,
    label: eventCellWords[cell],
    value,
    error: errorUnder(editor.errors, path),
    isRequired,
    isDisabled: editor.isBusy,
    onChange,
  }
  if (control === 'tickers') return <Control {...words} control={withCurrent(editor.tickers, value)} />
  if (control === 'events') return <Control {...words} control="line" list={EVENT_LIST} />
  return <Control {...words} control={control} />
}

/** A ticker that is no longer followed stays to be seen. */
const withCurrent = (tickers: Editor['tickers'], value: string) =>
  value === '' || tickers.some((one) => one.value === value) ? tickers : [...tickers, { value, label: value }]

function isNullableCell(name: RowsName, cell: CellName): boolean {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    policyEventSchema.shape[name].element.shape
  return shape[cell]?.safeParse(null).success ?? false
}
