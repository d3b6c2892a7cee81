import { Button, NativeSelect } from '@mantine/core'
import { useId, useState } from 'react'
import { formatAmount } from '../../../ui/format.ts'
import shared from '../data.module.css'
import { chosenText, type ChosenText } from './chosen-text.ts'
import { encodings, formatBytes, MOST_BYTES, readText, sizeRefusal, type Encoding } from './file-text.ts'
import classes from './import.module.css'

export type ChooseFileProps = {
  readonly chosen: ChosenText | null
  readonly isBusy: boolean
  readonly onChoose: (chosen: ChosenText) => void
  readonly onClear: () => void
}

/** Step 1: a file chosen, dropped or pasted, read here and shown by its first lines; nothing is sent yet. */
export function ChooseFile({ chosen, isBusy, onChoose, onClear }: ChooseFileProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (fileName: string, bytes: Uint8Array, encoding: Encoding | null) => {
    const read = readText(bytes, encoding)
    setRefusal(read.kind === 'refused' ? `${fileName}: ${read.why}` : null)
    if (read.kind === 'text') onChoose(chosenText({ fileName, bytes, ...read }))
  }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const tooLarge = sizeRefusal(file.size)
    if (tooLarge !== null) {
      setRefusal(`${file.name}: ${tooLarge}`)
      return
    }
    try {
      take(file.name, new Uint8Array(await file.arrayBuffer()), null)
    } catch {
      setRefusal(`${file.name} cannot be read: it may have been moved, or is a folder.`)
    }
  }
  return (
    <>
      {chosen === null ? (
        <DropPlace
          onFile={(file) => void open(file)}
          onText={(text) => take('pasted.csv', utf8(text), null)}
        />
      ) : (
        <Chosen
          chosen={chosen}
          isBusy={isBusy}
          onEncoding={(encoding) => take(chosen.fileName, chosen.bytes, encoding)}
          onClear={onClear}
        />
      )}
      <div role="alert" className={shared['live']}>
        {refusal === null ? null : <p className={classes['refusal']}>{refusal}</p>}
      </div>
    </>
  )
}

const utf8 = (text: string) => new TextEncoder().encode(text)

type DropPlaceProps = {
  readonly onFile: (file: File | undefined) => void
  readonly onText: (text: string) => void
}

function DropPlace({ onFile, onText }: DropPlaceProps) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [text, setText] = useState('')
  return (
    <div
      className={classes['drop']}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFile(event.dataTransfer.files[0])
      }}
    >
      <div>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          className={classes['file']}
          aria-describedby={`${id}-limit`}
          onChange={(event) => {
            onFile(event.currentTarget.files?.[0])
            // So that the same file can be chosen again after it was mended.
            event.currentTarget.value = ''
          }}
        />
        <label htmlFor={id} className={classes['pick']}>
          Choose a CSV file
        </label>
      </div>
      <p id={`${id}-limit`}>
        or drop it here. One line per day, a line of names above; at most {formatBytes(MOST_BYTES)}.
      </p>
      <details className={classes['paste']}>
        <summary>or paste the text</summary>
        <textarea
          className={classes['text']}
          aria-label="CSV text"
          placeholder={'date,close\n2025-07-09,30.03'}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button size="xs" variant="default" disabled={text.trim() === ''} onClick={() => onText(text)}>
            Use this text
          </Button>
        </div>
      </details>
    </div>
  )
}

type ChosenProps = {
  readonly chosen: ChosenText
  readonly isBusy: boolean
  readonly onEncoding: (encoding: Encoding) => void
  readonly onClear: () => void
}

function Chosen({ chosen, isBusy, onEncoding, onClear }: ChosenProps) {
  const { fileName, bytes, lineCount, firstLines, encoding, sure } = chosen
  return (
    <>
      <div className={classes['chosen']}>
        <span className={classes['name']}>{fileName}</span>
        <span>
          {formatAmount(lineCount, 'line', 'lines')}, {formatBytes(bytes.length)}
        </span>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onClear}>
          Choose another
        </Button>
      </div>
      {sure ? null : (
        <NativeSelect
          size="xs"
          label="The file is not UTF-8. Read it as"
          description="Chosen rightly, the lines below show no odd signs."
          value={encoding}
          disabled={isBusy}
          onChange={(event) => {
            const { value } = event.currentTarget
            const choice = encodings.find(({ id }) => id === value)
            if (choice !== undefined) onEncoding(choice.id)
          }}
          data={encodings.filter(({ id }) => id !== 'utf-8').map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <pre className={classes['lines']}>{firstLines.join('\n')}</pre>
    </>
  )
}
