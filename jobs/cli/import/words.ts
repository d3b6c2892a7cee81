/** What an import comes to, for people. */
import type { ImportPreview, ImportRow } from '@oreline/shared/api/imports.ts'
import { columns } from '../columns.ts'
import { counted } from '../counted.ts'

const lines = (rows: readonly (readonly string[])[]): string =>
  columns(rows)
    .map((line) => `  ${line}\n`)
    .join('')

export function previewText(preview: ImportPreview, file: string): string {
  const { first_day: first, last_day: last } = preview
  const span = first === null || last === null ? '' : `, ${first} to ${last}`
  return [
    `\n${file}: ${counted(preview.rows)} rows${span}\n`,
    lines(preview.columns.map(({ header, means }) => [header, means ?? '(not read)'])),
    `${counted(preview.new_rows)} new, ${counted(preview.changed_rows)} changed, ${counted(preview.same_rows)} the same as held, ${counted(preview.kept_rows)} left as held\n`,
    preview.warnings.length === 0 ? '' : '\nOdd, and no hindrance:\n',
    lines(preview.warnings.map(({ code, detail }) => [code, detail])),
    problemsText(preview),
  ].join('')
}

function problemsText({ problem_count: count, problems }: ImportPreview): string {
  if (count === 0) return ''
  const shown = problems.length < count ? `, the first ${problems.length}` : ''
  const rows = problems.map(({ line, column, problem }) => [
    line === null ? 'file' : `line ${line}`,
    column ?? '',
    problem,
  ])
  return `\nProblems (${counted(count)}${shown}); nothing was taken in:\n${lines(rows)}`
}

export const takenText = ({ id, rows_written: written }: ImportRow): string =>
  `\nTaken in as import ${id}: ${counted(written)} rows written. To take it back: pnpm oreline import --undo ${id}\n`

export const undoneText = ({ id, target, rows_undone: undone, rows_written: written }: ImportRow): string =>
  `Import ${id} (${target}) is taken back: ${counted(undone ?? 0)} of its ${counted(written)} rows still held, and hold no more.\n`

export function listText(imports: readonly ImportRow[]): string {
  if (imports.length === 0) return 'Nothing has been imported.\n'
  const rows = imports.map((row) => [
    String(row.id),
    row.imported_at.slice(0, 16).replace('T', ' '),
    row.kind,
    row.target,
    row.file_name,
    `${counted(row.rows_written)} rows`,
    row.undone_at === null ? '' : `taken back ${row.undone_at.slice(0, 10)}`,
  ])
  return columns(rows)
    .map((line) => `${line}\n`)
    .join('')
}
