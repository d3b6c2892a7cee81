import { Button } from '@mantine/core'
import { useId, useLayoutEffect, useRef } from 'react'
import shared from '../data.module.css'
import files from '../files/import.module.css'

export type ChooseJsonProps = {
  /** null: none is chosen. `holds`: `35 rows`. */
  readonly chosen: { readonly fileName: string; readonly holds: string } | null
  /** Why the last file was not taken; null: nothing was wrong with it. */
  readonly refusal: string | null
  readonly isLooking: boolean
  readonly isBusy: boolean
  readonly onChoose: (file: File | undefined) => void
  readonly onClear: () => void
}

/** Chooses a JSON file, and says which one is chosen or why it cannot be. */
export function ChooseJson({ chosen, refusal, isLooking, isBusy, onChoose, onClear }: ChooseJsonProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const another = useRef<HTMLButtonElement>(null)
  const isChosen = chosen !== null
  const wasChosen = useRef(isChosen)
  // What had the focus has given way to the other.
  useLayoutEffect(() => {
    if (wasChosen.current !== isChosen && document.activeElement === document.body)
      (isChosen ? another : input).current?.focus()
    wasChosen.current = isChosen
  }, [isChosen])
  return (
    <>
      {chosen === null ? (
        <div>
          <input
            ref={input}
            id={id}
            type="file"
            accept=".json,application/json"
            className={files['file']}
            onChange={(event) => {
              onChoose(event.currentTarget.files?.[0])
              // So that the same file can be chosen again after it was mended.
              event.currentTarget.value = ''
            }}
          />
          <label htmlFor={id} className={files['pick']}>
            Choose a JSON file
          </label>
        </div>
      ) : (
        <div className={files['chosen']}>
          <span className={files['name']}>{chosen.fileName}</span>
          <span>{chosen.holds}</span>
          <Button ref={another} size="compact-sm" variant="default" disabled={isBusy} onClick={onClear}>
            Choose another
          </Button>
        </div>
      )}
      <div role="alert" className={shared['live']}>
        {refusal === null ? null : <p className={files['refusal']}>{refusal}</p>}
      </div>
      <p aria-live="polite" className={`${shared['faint']} ${shared['live']}`}>
        {isLooking ? 'Comparing it with what is held' : null}
      </p>
    </>
  )
}
