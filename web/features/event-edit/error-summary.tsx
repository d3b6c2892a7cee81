import { fieldPathWords } from '../../ui/event-fields.ts'
import { focusField, inputId } from '../../ui/field-focus.ts'
import type { FieldErrors } from '../../ui/form-errors.ts'
import { formatAmount } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import classes from '../../ui/form.module.css'

const reasonWords: Readonly<Record<string, string>> = {
  'reason.by': 'Your name',
  'reason.why': 'What this change is for',
  'reason.sources': 'Sources of the change',
  'reason.one_source_because': 'Why one source is enough',
}

/** Everything that keeps the draft from being saved, each with the way to its field. */
export function ErrorSummary({ errors }: { readonly errors: FieldErrors }) {
  const told = Object.entries(errors)
  if (told.length === 0) return null
  return (
    <Notice tone="bad" title={`Not saved: ${formatAmount(told.length, 'field', 'fields')} to look at`}>
      <ul className={classes['faults']}>
        {told.map(([path, words]) => (
          <li key={path}>
            <a
              href={`#${inputId(path)}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(path)
              }}
            >
              {wordsOf(path)}
            </a>
            : {words}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function wordsOf(path: string): string {
  const [, place, cell] = /^reason\.sources\.(\d+)\.(.+)$/.exec(path) ?? []
  if (place !== undefined) return `Source ${Number(place) + 1}, ${cell === 'url' ? 'address' : (cell ?? '')}`
  return reasonWords[path] ?? fieldPathWords(path)
}
