import type { Answer } from '../../http/answer.ts'
import { readJson, type BrokenReading } from '../read-json.ts'
import { agenciesSchema, refusalSchema } from './entry.ts'
import { watchedAgencies } from './watched.ts'

/** The register does not understand what we ask (P13): waiting mends nothing. null: it is another refusal. */
export function refusalOf(answer: Answer): BrokenReading | null {
  if (answer.status !== 400) return null
  const json = readJson(answer, refusalSchema)
  const { errors, message } = json.kind === 'json' ? json.value : {}
  const named = Array.isArray(errors)
    ? errors.map(String)
    : Object.entries(errors ?? {}).map(([field, why]) => `${field} ${String(why)}`)
  const detail = [...named, ...(message === undefined ? [] : [message])].join('; ')
  return {
    kind: 'broken',
    why: '4xx',
    detail: `our question is refused: ${detail === '' ? 'HTTP 400' : detail.slice(0, 300)}`,
    urgent: true,
  }
}

/** Which of the offices asked for the register does not know; null: the list of offices cannot be read. */
export function unknownOffices(answer: Answer): readonly string[] | null {
  const json = answer.status === 200 ? readJson(answer, agenciesSchema) : null
  if (json === null || json.kind === 'broken' || json.value.length === 0) return null
  const known = new Set(json.value.map(({ slug }) => slug))
  return watchedAgencies.filter((slug) => !known.has(slug))
}
