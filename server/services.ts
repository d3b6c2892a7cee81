import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { CalendarShelf } from './rows/calendar-shelf.ts'
import type { SeriesShelf } from './rows/series-shelf.ts'
import type { Config } from './config.ts'
import type { Db } from './db/client.ts'
import type { Engine } from './db/open.ts'
import type { Queue } from './db/queue.ts'
import type { AnswerCache } from './http/answer-cache.ts'

/** What every route may use; one per app, nothing of it global. */
export type Services = {
  readonly db: Db
  readonly engine: Engine
  readonly clock: Clock
  readonly config: Config
  /** Takes runs in; null: this process has none. */
  readonly queue: Pick<Queue, 'enqueue' | 'isReady'> | null
  readonly version: string
  readonly cache: AnswerCache
  readonly calendars: CalendarShelf
  readonly series: SeriesShelf
}
