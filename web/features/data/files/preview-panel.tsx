import type { ImportPreview, ImportProblem } from '@oreline/shared/api/imports.ts'
import { ABSENT, formatCount, formatExact } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import shared from '../data.module.css'
import classes from './import.module.css'

const MOST_SAMPLES = 5
const MOST_NAMES = 12

/** Whether taking the file in would write anything. */
export const hasRowsToTake = ({ new_rows, changed_rows }: ImportPreview) => new_rows + changed_rows > 0

/** What the check found: how columns are read, what would be written, what is odd, what is wrong, and the first rows. */
export function PreviewPanel({ preview }: { readonly preview: ImportPreview }) {
  const { columns, problems, problem_count: count, warnings, sample } = preview
  return (
    <div className={classes['preview']}>
      {count === 0 ? null : <ProblemTable problems={problems} count={count} />}
      <dl className={classes['counts']}>
        <Count name="new" value={preview.new_rows} />
        <Count name="change what is held" value={preview.changed_rows} />
        <Count name="same as held" value={preview.same_rows} />
        <Count name="left as held" value={preview.kept_rows} />
      </dl>
      {warnings.length === 0 ? null : (
        <Notice tone="warn" title="Recognised in the file">
          <ul className={classes['list']}>
            {warnings.map(({ code, detail }) => (
              <li key={`${code} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className={shared['soft']}>{columnWords(columns)}</p>
      {sample.length === 0 ? null : <SampleTable sample={sample} />}
    </div>
  )
}

/** `Read: Date as date, Close as close. Not used: Notes.` */
function columnWords(columns: ImportPreview['columns']): string {
  const read = columns.flatMap(({ header, means }) => (means === null ? [] : [`${header} as ${means}`]))
  const unused = columns.flatMap(({ header, means }) => (means === null && header !== '' ? [header] : []))
  return [
    read.length === 0 ? 'No column was recognised.' : `Read: ${namesOf(read)}.`,
    unused.length === 0 ? '' : `Not used: ${namesOf(unused)}.`,
  ].join(' ')
}

function namesOf(all: readonly string[]): string {
  const rest = all.length - MOST_NAMES
  const shown = all.slice(0, MOST_NAMES).join(', ')
  return rest > 0 ? `${shown} and ${formatCount(rest)} more` : shown
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className={classes['count']}>
      <dt>{name}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  )
}

function ProblemTable({
  problems,
  count,
}: {
  readonly problems: readonly ImportProblem[]
  readonly count: number
}) {
  return (
    <Notice
      tone="bad"
      title={
        count > problems.length
          ? `The first ${formatCount(problems.length)} of ${formatCount(count)} problems`
          : 'Problems'
      }
    >
      <table className={shared['table']}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, problem }) => (
            <tr key={`${line ?? ''} ${column ?? ''} ${problem}`}>
              <td>{line === null ? 'file' : formatCount(line)}</td>
              <td>{column ?? ABSENT}</td>
              <td>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  )
}

function SampleTable({ sample }: Pick<ImportPreview, 'sample'>) {
  const names = [...new Set(sample.flatMap((row) => Object.keys(row)))]
  return (
    <table className={`${shared['table']} ${shared['stacked']}`}>
      <caption className={shared['caption']}>The first rows as they were read</caption>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sample.slice(0, MOST_SAMPLES).map((row) => (
          <tr key={JSON.stringify(row)}>
            {names.map((name) => (
              <td key={name} data-name={name}>
                {cellText(row[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ABSENT
  return typeof value === 'number' ? formatExact(value) : value
}
