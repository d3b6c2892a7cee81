import { ActionIcon } from '@mantine/core'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../ui/format.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/section.tsx'
import { coverageOf, touching, type Choice } from './cells.ts'
import { choiceWords } from './cell-words.ts'
import { CoverageCard } from './coverage-card.tsx'
import { controlWords } from './controls.ts'
import { AddButton, EditButton, type Editing } from './edit-button.tsx'
import classes from './panel.module.css'
import { TouchingEvents } from './touching-events.tsx'
import type { Chain } from './use-chain.ts'

export type ChoicePanelProps = Editing & {
  readonly chain: Chain
  readonly choice: Choice
  readonly at: IsoDate
  readonly today: IsoDate
  readonly onClose: () => void
}

/** What is chosen, in full: who covers it, which events touch it, and the way to the Timeline. */
export function ChoicePanel({ chain, choice, at, today, onClose, onEdit }: ChoicePanelProps) {
  const { map, companies, events } = chain
  const title = choiceWords(choice, map.elements, companies) ?? 'Nothing chosen'
  const rows = coverageOf(map.coverage, choice)
  const ordered = companies.flatMap((company) =>
    rows.filter(({ ticker }) => ticker === company.ticker).map((row) => ({ row, company })),
  )
  const chosenElements = map.elements.filter(({ symbol }) => choice.element.includes(symbol))
  const definitions = map.stages.filter(({ id }) => choice.stage.includes(id))
  return (
    <article className={classes['panel']} aria-label={title}>
      <header className={classes['head']}>
        <div>
          <p className={classes['kicker']}>On {formatDay(at)}</p>
          <h2>{title}</h2>
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </ActionIcon>
      </header>
      <p>
        <Link to="/" search className={classes['follow']}>
          Show on the Timeline
        </Link>
      </p>
      {definitions.map(({ id, definition }) => (
        <p key={id} className={classes['note']}>
          {definition}
        </p>
      ))}
      {chosenElements.map((element) => (
        <div key={element.symbol} className={classes['note']}>
          <div className={classes['elementHead']}>
            <p>
              {element.uses}. {element.note}
            </p>
            <EditButton
              what={`${element.name} and its controls`}
              edited={{ part: 'element', row: element }}
              onEdit={onEdit}
            />
          </div>
          {element.controls.map((control) => (
            <p key={control.event_id}>
              <strong>{control.announcement}</strong>: {controlWords(control, at)}.
            </p>
          ))}
          {element.controls.length === 0 ? <p>On no Chinese control list of its own.</p> : null}
        </div>
      ))}
      <Section title="Who covers it" note={ordered.length === 1 ? '1 row' : `${ordered.length} rows`}>
        {ordered.length === 0 ? (
          <p className={classes['note']}>
            None of the companies covers it or plans to, as far as is recorded.
          </p>
        ) : (
          <ul className={classes['rows']}>
            {ordered.map(({ row, company }) => (
              <CoverageCard key={row.id} {...{ row, company, today, onEdit }} />
            ))}
          </ul>
        )}
        <AddButton
          part="coverage"
          start={{ stage: choice.stage[0], elements: choice.element, ticker: choice.tickers[0] }}
          taken={map.coverage.map(({ id }) => id)}
          onEdit={onEdit}
        />
      </Section>
      <TouchingEvents touching={touching(events, choice)} />
    </article>
  )
}
