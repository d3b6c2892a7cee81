import { Button } from '@mantine/core'
import type { ChainPreview } from '@oreline/shared/api/chain-file.ts'
import { Link } from '@tanstack/react-router'
import { FieldDiff } from '../../../ui/field-diff.tsx'
import { formatAmount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { ReasonPart } from '../../../ui/reason-part.tsx'
import shared from '../data.module.css'
import { ChooseJson } from '../json/choose-json.tsx'
import { FaultTable } from '../json/fault-table.tsx'
import { ImportRefused } from '../json/import-refused.tsx'
import classes from '../json/json-file.module.css'
import { PlanCounts } from '../json/plan-counts.tsx'
import { useChainImport, type ChainImport } from './use-chain-import.ts'

/** The whole supply chain as a file, out and in. */
export function ChainFilePart() {
  const form = useChainImport()
  const { chosen, isLooking, isTaking } = form
  return (
    <div className={shared['panel']}>
      <section className={shared['card']} aria-labelledby="chain-out">
        <h2 id="chain-out">Take the chain out</h2>
        <p className={shared['soft']}>
          Stages, elements and their controls, what the companies cover, China’s shares, disclosed figures and
          money announced, as JSON in the format in which the chain is shipped. What nobody has changed comes
          out as it went in, to the byte. Single rows are changed on the screen <Link to="/chain">Chain</Link>
          .
        </p>
        <p>
          <a href="/chain.json" download>
            chain.json
          </a>{' '}
          <span className={shared['faint']}>
            with <code>?as_of=</code> as it stood at an instant
          </span>
        </p>
      </section>
      <section className={shared['card']} aria-labelledby="chain-in">
        <h2 id="chain-in">Take a chain in</h2>
        <p className={shared['soft']}>
          All of the file or, where a row contradicts itself or the rest, nothing. Rows that the file leaves
          out stay.
        </p>
        <ChooseJson
          chosen={
            chosen === null
              ? null
              : { fileName: chosen.fileName, holds: formatAmount(chosen.rows, 'row', 'rows') }
          }
          refusal={form.refusal}
          isLooking={isLooking}
          isBusy={isLooking || isTaking}
          onChoose={(file) => void form.choose(file)}
          onClear={form.clear}
        />
        <Taken form={form} />
        <ImportRefused what="The chain" error={form.failure} onLookAgain={form.lookAgain} />
        {chosen === null || form.preview === null ? null : <LookAndTake form={form} preview={form.preview} />}
      </section>
    </div>
  )
}

type LookAndTakeProps = { readonly form: ChainImport; readonly preview: ChainPreview }

function LookAndTake({ form, preview }: LookAndTakeProps) {
  const changes = preview.added.length + preview.changed.length
  return (
    <>
      <Plan preview={preview} />
      {preview.fault_count === 0 && changes > 0 ? (
        <>
          <ReasonPart
            reason={form.reason}
            errors={form.errors}
            isBusy={form.isTaking}
            onChange={form.changeReason}
          />
          <div className={shared['row']}>
            <Button size="sm" loading={form.isTaking} disabled={form.isLooking} onClick={form.take}>
              Take in {formatAmount(changes, 'change', 'changes')}
            </Button>
          </div>
        </>
      ) : (
        <p className={shared['faint']}>
          {preview.fault_count === 0
            ? 'There is nothing to take in: the file says what is held.'
            : 'Nothing can be taken in until the file is mended.'}
        </p>
      )}
    </>
  )
}

/** What taking the file in would do, row by row, and what is wrong with it. */
function Plan({ preview }: { readonly preview: ChainPreview }) {
  const { added, changed, unchanged, missing } = preview
  return (
    <div className={classes['preview']}>
      <FaultTable faults={preview.faults} count={preview.fault_count} />
      <PlanCounts
        added={added.length}
        changed={changed.length}
        unchanged={unchanged}
        missing={missing.length}
      />
      <Ids ids={added} title={formatAmount(added.length, 'new row', 'new rows')} />
      {changed.length === 0 ? null : (
        <details open={changed.length < 6}>
          <summary>{formatAmount(changed.length, 'changed row', 'changed rows')}</summary>
          <ul className={classes['entries']}>
            {changed.map(({ id, fields }) => (
              <li key={id}>
                <p className={classes['title']}>{id}</p>
                <FieldDiff changes={fields} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Ids ids={missing} title={`${formatAmount(missing.length, 'row', 'rows')} not in the file: kept`} />
    </div>
  )
}

function Ids({ ids, title }: { readonly ids: readonly string[]; readonly title: string }) {
  if (ids.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className={classes['entries']}>
        {ids.map((id) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </details>
  )
}

function Taken({ form: { taken, chosen } }: { readonly form: ChainImport }) {
  if (taken === null || chosen !== null) return null
  return (
    <Notice tone="info" title="Taken in">
      {formatAmount(taken.added, 'row', 'rows')} added, {taken.changed} changed, {taken.unchanged} as they
      were, {taken.kept} that the file left out kept. Each stands in its row’s history.
    </Notice>
  )
}
