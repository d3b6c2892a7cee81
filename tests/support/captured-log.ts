import { pino, type Logger } from 'pino'

type LogLine = Readonly<Record<string, unknown>> & { readonly level: number; readonly msg: string }

export type CapturedLog = {
  /** A real pino at level `debug`. */
  readonly log: Logger
  readonly lines: () => readonly LogLine[]
  /** Everything written, as it would stand in a file. */
  readonly text: () => string
}

export function capturedLog(): CapturedLog {
  const written: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void written.push(line) })
  return {
    log,
    lines: () => written.map((line): LogLine => JSON.parse(line)),
    text: () => written.join(''),
  }
}
