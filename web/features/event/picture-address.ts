import type { EventId } from '@oreline/shared/domain/policy/event.ts'

/** Where the picture of an event is; `asked`: its day, moment and theme. */
export function pictureAddress(
  id: EventId,
  format: 'svg' | 'png',
  asked: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const query = new URLSearchParams(given).toString()
  return `/events/${id}/picture.${format}${query === '' ? '' : `?${query}`}`
}
