import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { refusalOf } from '../federal-register/refusal.ts'
import { mentionsWatched, watchedAgencies } from '../federal-register/watched.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import { documentFromFiling, titleOf } from './document-from-filing.ts'
import { currentSchema, filingSchema, type Filing } from './filing.ts'

/** The whole list; those that are of no concern are passed over, a bad row among them too. */
export function parseCurrent(answer: Answer): Reading<PolicyDocument> {
  if (answer.status !== 200) return refusalOf(answer) ?? statusBroken(answer)
  const json = readJson(answer, currentSchema)
  if (json.kind === 'broken') return json
  const { count, results } = json.value
  const rows = results ?? []
  if (rows.length === 0)
    return count === 0 ? { kind: 'empty' } : schemaBroken(`no results, though there are ${count}`)
  const items: PolicyDocument[] = []
  const rejects: Reject[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = filingSchema.safeParse(row)
    if (parsed.success && !isWatched(parsed.data)) continue
    const document = parsed.success ? documentFromFiling(parsed.data) : null
    if (document !== null) {
      items.push(document)
      continue
    }
    const issue = parsed.error?.issues[0]
    const reason =
      issue === undefined ? 'no title or no address' : `${issue.path.join('.')}: ${issue.message}`
    rejects.push({ index, reason, row })
  }
  if (rejects.length > rows.length / 5)
    return schemaBroken(`${rejects.length} of ${rows.length} documents are bad`)
  const lacks = count - rows.length
  return {
    kind: 'ok',
    items,
    rejects,
    complete: lacks <= 0,
    warnings: lacks <= 0 ? [] : [{ code: 'limited', detail: `${rows.length} documents of ${count}` }],
    next: [],
  }
}

function isWatched(filing: Filing): boolean {
  const watched: readonly string[] = watchedAgencies
  const isOurs = (filing.agencies ?? []).some(({ slug }) => slug != null && watched.includes(slug))
  return isOurs || mentionsWatched(`${titleOf(filing)} ${filing.toc_subject ?? ''}`)
}
