import { createHash } from 'node:crypto'
import type { Answer } from '../../jobs/http/answer.ts'
import { instant } from './brands.ts'
import { sharedBytes, type Recording } from './shared-data.ts'

/** An answer as the HTTP client hands it to a parser. */
export function answerOf(
  body: string | Uint8Array,
  { status = 200, fetchedAt = '2026-11-20T22:00:00Z', url = 'https://example.com/' } = {},
): Answer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return {
    kind: 'answer',
    status,
    contentType: null,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url,
    fetchedAt: instant(fetchedAt),
    text: typeof body === 'string' ? body : '',
    headers: {},
    warnings: [],
  }
}

/** A recorded answer, at the moment of its recording, or at `otherwise` where the recording does not say. */
export function recordedAnswer(recording: Recording, otherwise: string): Answer {
  const { file, status, url, recorded } = recording
  const bytes = sharedBytes(`recorded/${file}`)
  const fetchedAt = recorded === undefined ? otherwise : new Date(recorded).toISOString()
  return answerOf(file.endsWith('.zip') ? bytes : bytes.toString('utf8'), { status, url, fetchedAt })
}
