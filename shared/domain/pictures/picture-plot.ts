/** The lines of a picture on their plot: days across, 100 at the close before the event. */
import type { IsoDate } from '../../kernel/brand.ts'
import { formatPictureDay } from './day-words.ts'
import type { Ink } from './ink.ts'
import { PICTURE_DAYS, type PictureLine } from './picture-lines.ts'
import { element, text } from './svg.ts'

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const LABEL_PX = 22
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const

export function plotOf(
  { lines, announced }: { readonly lines: readonly PictureLine[]; readonly announced: IsoDate },
  ink: Ink,
  box: Box,
): string {
  if (lines.length === 0)
    return text('No closes are held around this day.', {
      x: box.left - 36,
      y: (box.top + box.bottom) / 2,
      'font-size': 20,
      fill: ink.soft,
    })
  const values = [100, ...lines.flatMap(({ points }) => points.map(({ value }) => value))]
  const room = (Math.max(...values) - Math.min(...values)) * 0.06 + 1
  const [low, high] = [Math.min(...values) - room, Math.max(...values) + room]
  const x = (day: number) =>
    box.left + ((day + PICTURE_DAYS) / (2 * PICTURE_DAYS)) * (box.right - box.left - 90)
  const y = (value: number) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top)
  return [
    ...ticksOf(low, high).flatMap((tick) => [
      element('line', { x1: box.left, x2: box.right - 90, y1: y(tick), y2: y(tick), stroke: ink.line }),
      text(String(tick), {
        x: box.left - 8,
        y: y(tick) + 5,
        'font-size': 15,
        fill: ink.soft,
        'text-anchor': 'end',
      }),
    ]),
    element('line', {
      x1: x(0),
      x2: x(0),
      y1: box.top - 8,
      y2: box.bottom,
      stroke: ink.text,
      'stroke-width': 1.5,
      'stroke-dasharray': '4 4',
    }),
    text(formatPictureDay(announced), { x: x(0) + 6, y: box.top + 4, 'font-size': 16, fill: ink.text }),
    ...lines.map((line, place) => {
      const path = line.points.map(({ day, value }) => `${round(x(day))},${round(y(value))}`).join(' ')
      const { color, dash } = inkOf(lines, place, ink)
      return element('polyline', {
        points: path,
        fill: 'none',
        stroke: color,
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'stroke-dasharray': dash,
      })
    }),
    ...labelsOf(lines, y, { top: box.top, bottom: box.bottom }).map(({ place, at }) =>
      text(lines[place]?.ticker ?? '', {
        x: box.right - 82,
        y: at + 6,
        'font-size': 17,
        'font-weight': 600,
        fill: inkOf(lines, place, ink).color,
      }),
    ),
  ].join('')
}

/** The second line of a country is lighter and dashed. */
function inkOf(lines: readonly PictureLine[], place: number, ink: Ink) {
  const calendar = lines[place]?.calendar ?? 'XNYS'
  const isSecond = lines.slice(0, place).some((line) => line.calendar === calendar)
  return { color: ink.lines[calendar][isSecond ? 1 : 0], dash: isSecond ? '8 5' : null }
}

/** Names at the ends of their lines, moved apart where they would lie on each other. */
function labelsOf(
  lines: readonly PictureLine[],
  y: (value: number) => number,
  { top, bottom }: Pick<Box, 'top' | 'bottom'>,
): readonly { readonly place: number; readonly at: number }[] {
  const wanted = lines
    .map((line, place) => ({ place, at: y(line.points.at(-1)?.value ?? 100) }))
    .toSorted((a, b) => a.at - b.at)
  const placed: { place: number; at: number }[] = []
  for (const { place, at } of wanted)
    placed.push({ place, at: Math.max(at, (placed.at(-1)?.at ?? top - LABEL_PX) + LABEL_PX) })
  const over = Math.max(0, (placed.at(-1)?.at ?? 0) - bottom)
  return placed.map(({ place, at }) => ({ place, at: at - over }))
}

function ticksOf(low: number, high: number): readonly number[] {
  const step = STEPS.find((one) => (high - low) / one <= 6) ?? 1_000
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, place) => (first + place) * step)
}

const round = (value: number): number => Math.round(value * 10) / 10
