import { Button } from '@mantine/core'
import { formatAmount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { ReasonPart } from '../../../ui/reason-part.tsx'
import shared from '../data.module.css'
import { ChooseJson } from '../json/choose-json.tsx'
import { ImportRefused } from '../json/import-refused.tsx'
import { CataloguePreviewPanel } from './catalogue-preview.tsx'
import { useCatalogueImport, type CatalogueImport } from './use-catalogue-import.ts'

/** The whole catalogue of policy events as a file, out and in. */
export function CataloguePart() {
  const form = useCatalogueImport()
  return (
    <div className={shared['panel']}>
      <section className={shared['card']} aria-labelledby="catalogue-out">
        <h2 id="catalogue-out">Take the catalogue out</h2>
        <p className={shared['soft']}>
          Every event with every field, background events too, as JSON in the format in which the catalogue is
          shipped. What nobody has changed comes out as it went in, to the byte.
        </p>
        <p>
          <a href="/policy-events.json" download>
            policy-events.json
          </a>{' '}
          <span className={shared['faint']}>
            with <code>?as_of=</code> as it stood at an instant
          </span>
        </p>
      </section>
      <section className={shared['card']} aria-labelledby="catalogue-in">
        <h2 id="catalogue-in">Take a catalogue in</h2>
        <p className={shared['soft']}>
          All of the file or, where anything in it contradicts itself or the rest, nothing. Events that the
          file leaves out stay, unless you say that they are to go.
        </p>
        <ChooseJson
          chosen={
            form.chosen === null
              ? null
              : {
                  fileName: form.chosen.fileName,
                  holds: formatAmount(form.chosen.events.length, 'event', 'events'),
                }
          }
          refusal={form.refusal}
          isLooking={form.isLooking}
          isBusy={form.isLooking || form.isTaking}
          onChoose={(file) => void form.choose(file)}
          onClear={form.clear}
        />
        <Taken form={form} />
        <ImportRefused what="The catalogue" error={form.failure} onLookAgain={form.lookAgain} />
        {form.chosen === null || form.preview === null ? null : <LookAndTake form={form} />}
      </section>
    </div>
  )
}

function LookAndTake({ form }: { readonly form: CatalogueImport }) {
  const { preview, isLooking, isTaking } = form
  if (preview === null) return null
  const changes = preview.added.length + preview.changed.length + preview.removed.length
  const isReady = preview.fault_count === 0 && changes > 0
  return (
    <>
      <CataloguePreviewPanel preview={preview} form={form} />
      {isReady ? (
        <>
          <ReasonPart
            reason={form.reason}
            errors={form.errors}
            isBusy={isTaking}
            onChange={form.changeReason}
          />
          <div className={shared['row']}>
            <Button size="sm" loading={isTaking} disabled={isLooking} onClick={form.take}>
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

function Taken({ form: { taken, chosen } }: { readonly form: CatalogueImport }) {
  if (taken === null || chosen !== null) return null
  return (
    <Notice tone="info" title="Taken in">
      {formatAmount(taken.added, 'event', 'events')} added, {taken.changed} changed, {taken.removed} taken
      off, {taken.kept} that the file left out kept. Each stands in its event’s history.
    </Notice>
  )
}
