import { Button } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { formatAmount, formatDay } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useElapsed } from '../../../ui/use-elapsed.ts'
import shared from '../data.module.css'
import { ChooseFile } from './choose-file.tsx'
import { DescribeFile } from './describe-file.tsx'
import { inputId } from './draft-field.tsx'
import { ImportFailure } from './import-failure.tsx'
import { fieldsOfKind, type DraftErrors, type DraftField } from './import-draft.ts'
import classes from './import.module.css'
import { hasRowsToTake, PreviewPanel } from './preview-panel.tsx'
import { TakenNotice } from './taken-notice.tsx'
import type { ImportForm } from './use-import.ts'

/** The import of a file in three steps: choose it, say what it does not say, check it and take it in. */
export function ImportSection({ form }: { readonly form: ImportForm }) {
  const { chosen, checked, taken, isChecking, isTaking } = form
  const isBusy = isChecking || isTaking
  return (
    <section className={shared['card']} aria-labelledby="import">
      <h2 id="import">Take a file in</h2>
      {taken === null ? null : <TakenNotice taken={taken} onDismiss={form.dismiss} />}
      <div className={classes['steps']}>
        <Step number={1} title="Choose a file">
          <ChooseFile chosen={chosen} isBusy={isBusy} onChoose={form.choose} onClear={form.clear} />
        </Step>
        <Step number={2} title="Say what it does not say" isWaiting={chosen === null}>
          {chosen === null ? null : <DescribeFile form={form} />}
        </Step>
        <Step number={3} title="Check it, then take it in" isWaiting={chosen === null}>
          {chosen === null ? null : <CheckAndTake form={form} />}
          {checked === null || chosen === null ? null : <PreviewPanel preview={checked} />}
        </Step>
      </div>
    </section>
  )
}

type StepProps = {
  readonly number: number
  readonly title: string
  /** The step before has to be done first. */
  readonly isWaiting?: boolean
  readonly children: ReactNode
}

function Step({ number, title, isWaiting = false, children }: StepProps) {
  const id = useId()
  return (
    <section className={classes['step']} data-waiting={isWaiting} aria-labelledby={id}>
      <div className={classes['stepTitle']}>
        <span className={classes['number']} aria-hidden="true">
          {number}
        </span>
        <h3 id={id}>{title}</h3>
      </div>
      {children}
    </section>
  )
}

function CheckAndTake({ form }: { readonly form: ImportForm }) {
  const { draft, errors, checked, isStale, isChecking, isTaking, failure } = form
  const wrong = fieldsOfKind[draft.kind].filter((name) => errors[name] !== undefined)
  const seconds = useElapsed(isChecking || isTaking)
  const check = () => {
    const first = firstOf(form.check(), fieldsOfKind[draft.kind])
    if (first !== null) document.getElementById(inputId(first))?.focus()
  }
  const isReady = checked !== null && checked.problem_count === 0 && hasRowsToTake(checked)
  return (
    <>
      <div className={shared['row']}>
        <Button
          variant={isReady ? 'default' : 'filled'}
          size="sm"
          loading={isChecking}
          disabled={isTaking}
          onClick={check}
        >
          Check the file
        </Button>
        <Button
          size="sm"
          variant={isReady ? 'filled' : 'default'}
          loading={isTaking}
          disabled={!isReady}
          aria-describedby="import-state"
          onClick={form.take}
        >
          {checked === null || !isReady
            ? 'Import'
            : `Import ${formatAmount(checked.new_rows + checked.changed_rows, 'row', 'rows')}`}
        </Button>
        <p id="import-state" aria-live="polite" className={shared['faint']}>
          {stateWords(form, wrong.length)}
        </p>
        {seconds === 0 ? null : (
          <span aria-hidden="true" className={shared['faint']}>
            {formatAmount(seconds, 'second', 'seconds')} so far
          </span>
        )}
      </div>
      {isStale && !isChecking ? (
        <Notice tone="info" title="The description has changed since the check">
          Check the file again: what was found belongs to the former description.
        </Notice>
      ) : null}
      {failure === null ? null : <ImportFailure error={failure} isOfFields={wrong.length > 0} />}
    </>
  )
}

const firstOf = (errors: DraftErrors, order: readonly DraftField[]) =>
  order.find((name) => errors[name] !== undefined) ?? null

/** One sentence on where the import stands; read out whenever it changes. */
function stateWords(form: ImportForm, wrong: number): string {
  const { checked, isChecking, isTaking } = form
  if (isChecking) return 'Reading the file'
  if (isTaking) return 'Taking the rows in, all or none'
  if (wrong > 0) return `${formatAmount(wrong, 'field', 'fields')} to look at above`
  if (checked === null) return 'Checking changes nothing'
  if (checked.problem_count > 0)
    return `${formatAmount(checked.problem_count, 'problem', 'problems')}: nothing can be imported until the file is mended`
  if (!hasRowsToTake(checked)) return 'There is nothing to import: every row is held already'
  const { first_day: from, last_day: to } = checked
  const days = from === null || to === null ? '' : `, ${formatDay(from)} to ${formatDay(to)}`
  return `${formatAmount(checked.rows, 'row', 'rows')} read without a problem${days}`
}
