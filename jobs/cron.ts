import type { Schedule } from './define-job.ts'
import { schedule as scheduleCron } from 'node-cron'

/** Calls `tick` at every moment of a schedule until `stop`. */
export type CronClock = (schedule: Schedule, tick: () => void) => { readonly stop: () => void }

/** node-cron in the schedule's own zone. A moment missed (a busy or sleeping machine) is caught up by the worker. */
export const nodeCron: CronClock = ({ cron, timeZone }, tick) => {
  const task = scheduleCron(cron, tick, { timezone: timeZone, suppressMissedWarning: true })
  return { stop: () => void task.destroy() }
}
