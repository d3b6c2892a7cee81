/** Matching documents of governments against the list of terms and the catalogue that ships. */
import { catalogueIndex } from '@oreline/shared/domain/inbox/catalogue-index.ts'
import { mayAmend } from '@oreline/shared/domain/inbox/may-amend.ts'
import { readDocument } from '@oreline/shared/domain/inbox/match.ts'
import { suggestionOf } from '@oreline/shared/domain/inbox/suggest.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { readFile } from 'node:fs/promises'
import { aDocument } from '../support/documents.ts'
import type { Bench } from './bench.ts'

const DOCUMENTS = 10_000
const LIMIT_S = 5

export const inboxBench: Bench = {
  name: 'inbox',
  run: async () => {
    const file = new URL('../../migrations/seed/policy-events.json', import.meta.url)
    const events = policyEventsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const documents = Array.from({ length: DOCUMENTS }, (_, index) => documentOf(index))
    const begun = performance.now()
    const catalogue = catalogueIndex(events)
    let candidates = 0
    let named = 0
    for (const document of documents) {
      const reading = readDocument(document, catalogue)
      const events = mayAmend(document, reading, catalogue)
      if (reading.relevance === null) continue
      candidates += 1
      named += events.length
      suggestionOf([{ document, reading }], [])
    }
    const seconds = (performance.now() - begun) / 1_000
    const letters = documents.reduce(
      (sum, { title, abstract }) => sum + title.length + (abstract ?? '').length,
      0,
    )
    return [
      {
        what: `${DOCUMENTS} documents against ${events.length} events`,
        value: seconds,
        limit: LIMIT_S,
        unit: 's',
      },
      { what: 'letters a document', value: letters / DOCUMENTS, limit: null, unit: '' },
      { what: 'candidates among them', value: candidates, limit: null, unit: '' },
      { what: 'events they may amend', value: named, limit: null, unit: '' },
    ]
  },
}

const dull =
  'The Department is issuing a final rule to amend its regulations concerning the reporting of information by regulated entities, with an effective date of January 1, 2027. Comments received are summarised and answered below; the rule is not economically significant under Executive Order 12866, and cites 90 FR 16437 and Public Law 117-169 among 400 others. '
const telling = [
  'Contract for neodymium-iron-boron magnets under DPA Title III with MP Materials, Las Vegas, Nevada. ',
  'Announcement No. 61 of 2025 is amended as regards samarium, gadolinium and dysprosium. ',
  '公布对钐、钆、铽、镝、镥、钪、钇等7类中重稀土相关物项实施出口管制的决定,商务部公告2025年第55、56、57、58号。',
  'Section 232 action on processed critical minerals, as in Proclamation 11001. ',
]

/** Every fourth has something in it; texts are as long as those of the Federal Register, some much longer. */
function documentOf(index: number) {
  const found = index % 4 === 0 ? (telling[(index / 4) % telling.length] ?? '') : ''
  const times = index % 50 === 0 ? 20 : 2
  return aDocument({
    sourceId: `document-${index}`,
    title: `${found.slice(0, 90)}Notice of inquiry no. ${index} concerning regulated entities`,
    abstract: `${dull.repeat(times)}${found}`.slice(0, 10_000),
    excerpt: `${dull.slice(0, 120)}${found}`,
  })
}
