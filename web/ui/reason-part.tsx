import { Button, Textarea, TextInput } from '@mantine/core'
import { inputId } from './field-focus.ts'
import { FieldGroup } from './field-group.tsx'
import type { FieldErrors } from './form-errors.ts'
import classes from './form.module.css'
import { anotherSource, type ReasonDraft, type SourceDraft } from './reason-draft.ts'

export type ReasonPartProps = {
  /** What its fields are named under: there may be two on a page. */
  readonly name?: string
  readonly reason: ReasonDraft
  readonly errors: FieldErrors
  readonly isBusy: boolean
  readonly onChange: (reason: ReasonDraft, focus?: string) => void
}

const MOST_SOURCES = 10

/** Who changes the event, why, and by which two dated sources, or why one is enough. */
export function ReasonPart({ name = 'reason', reason, errors, isBusy, onChange }: ReasonPartProps) {
  const { sources } = reason
  const change = (patch: Partial<ReasonDraft>, focus?: string) => onChange({ ...reason, ...patch }, focus)
  const put = (place: number, patch: Partial<SourceDraft>) =>
    change({ sources: sources.map((one, at) => (at === place ? { ...one, ...patch } : one)) })
  const errorOf = (path: string) => errors[`${name}.${path}`] ?? null
  return (
    <section className={classes['card']} aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>Why, and by which sources</h2>
      <TextInput
        id={inputId(`${name}.by`)}
        size="xs"
        label="Your name"
        description="Stands in the history; nobody checks it"
        withAsterisk
        value={reason.by}
        error={errorOf('by')}
        disabled={isBusy}
        autoComplete="name"
        onChange={(event) => change({ by: event.currentTarget.value })}
      />
      <Textarea
        id={inputId(`${name}.why`)}
        size="xs"
        rows={2}
        label="What this change is for"
        withAsterisk
        value={reason.why}
        error={errorOf('why')}
        disabled={isBusy}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
      <FieldGroup
        path={`${name}.sources`}
        legend="Two dated sources"
        hint="The day the page bears, or on which you read it"
        error={errorOf('sources')}
      >
        {sources.map((source, place) => (
          <fieldset key={source.key} className={classes['item']}>
            <legend>Source {place + 1}</legend>
            <SourceFields
              source={source}
              path={`${name}.sources.${place}`}
              place={place}
              errorOf={errorOf}
              isBusy={isBusy}
              onChange={(patch) => put(place, patch)}
            />
          </fieldset>
        ))}
        {sources.length >= MOST_SOURCES ? null : (
          <Button
            className={classes['add'] ?? ''}
            size="compact-xs"
            variant="default"
            disabled={isBusy}
            onClick={() =>
              change(
                { sources: [...sources, anotherSource(sources)] },
                `${name}.sources.${sources.length}.name`,
              )
            }
          >
            Add a source
          </Button>
        )}
      </FieldGroup>
      <TextInput
        id={inputId(`${name}.one_source_because`)}
        size="xs"
        label="Or why one source is enough"
        value={reason.one_source_because}
        error={errorOf('one_source_because')}
        disabled={isBusy}
        onChange={(event) => change({ one_source_because: event.currentTarget.value })}
      />
    </section>
  )
}

type SourceFieldsProps = {
  readonly source: SourceDraft
  readonly path: string
  readonly place: number
  readonly errorOf: (path: string) => string | null
  readonly isBusy: boolean
  readonly onChange: (patch: Partial<SourceDraft>) => void
}

function SourceFields({ source, path, place, errorOf, isBusy, onChange }: SourceFieldsProps) {
  const common = (cell: 'name' | 'url' | 'date') =>
    ({
      id: inputId(`${path}.${cell}`),
      size: 'xs',
      value: source[cell],
      error: errorOf(`sources.${place}.${cell}`),
      disabled: isBusy,
      autoComplete: 'off',
    }) as const
  return (
    <div className={classes['fields']}>
      <TextInput
        {...common('name')}
        label="Name"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        {...common('date')}
        label="Day"
        type="date"
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        {...common('url')}
        className={classes['wide'] ?? ''}
        label="Address"
        inputMode="url"
        placeholder="https://"
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
    </div>
  )
}
