import { runSourceSchema, type RunSource } from '@oreline/shared/api/jobs.ts'
import { describe, expect, it } from 'vitest'
import { troubleWords } from '../../../web/ui/run-words.ts'

const said = (scope: string, kind: RunSource['kind'], detail: string | null = null): RunSource =>
  runSourceSchema.parse({ source: 'yahoo', scope, kind, rows_written: 0, detail })

describe('troubleWords', () => {
  it('says alike things once, and nothing of what was answered', () => {
    expect(
      troubleWords([
        said('MP', 'blocked', 'too many requests'),
        said('SPY', 'ok'),
        said('UUUU', 'blocked', 'too many requests'),
        said('LYC.AX', 'broken', 'a web page instead of data'),
        said('600111.SS', 'notFound'),
        said('REMX', 'unchanged'),
        said('STW.AX', 'empty'),
      ]),
    ).toBe(
      'MP, UUUU blocked: too many requests; LYC.AX broken: a web page instead of data; 600111.SS not known to the source',
    )
    expect(troubleWords([said('MP', 'ok')])).toBe('')
  })
})
