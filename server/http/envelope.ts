import type { Meta } from '@oreline/shared/api/envelope.ts'
import { answerOf, type Answer } from './answer.ts'
import { toCsv } from '@oreline/shared/kernel/csv.ts'

export function jsonAnswer(envelope: { readonly data: unknown; readonly meta: Meta }): Answer {
  return answerOf(JSON.stringify(envelope), 'application/json; charset=utf-8')
}

/** The rows alone; what `meta` says stands in headers, the page after it as a `Link`. `url` is the address asked. */
export function csvAnswer(
  { rows, meta }: { readonly rows: readonly unknown[]; readonly meta: Meta },
  { columns, url }: { readonly columns: readonly string[]; readonly url: string },
): Answer {
  const [path = '', query] = url.split('?', 2)
  const next = new URLSearchParams(query)
  next.set('next', meta.next ?? '')
  return answerOf(toCsv(columns, rows), 'text/csv; charset=utf-8', {
    'content-disposition': `attachment; filename="${path.split('/').slice(3).join('-')}.csv"`,
    'oreline-as-of': meta.as_of,
    'oreline-data-version': meta.data_version,
    ...(meta.unanswered === undefined ? {} : { 'oreline-unanswered': meta.unanswered.join(',') }),
    ...(meta.next === null ? {} : { link: `<${path}?${next.toString()}>; rel="next"` }),
  })
}
