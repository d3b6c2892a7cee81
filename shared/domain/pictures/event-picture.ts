/**
 * One event as a picture for sharing, for mail and for paper: what it was, where it stands, how the four stocks went
 * around it and what had been expected. Drawn as text, the same bytes for the same facts, with no browser.
 */
import type { IsoDate } from '../../kernel/brand.ts'
import { formatPictureDay } from './day-words.ts'
import { inks, type Ink, type Theme } from './ink.ts'
import { plotOf } from './picture-plot.ts'
import type { PictureLine } from './picture-lines.ts'
import { element, escaped, text, wrapped } from './svg.ts'

/** Fractions; null: none. */
export type PictureMove = {
  readonly ticker: string
  readonly expected: '+' | '-' | '?' | null
  readonly session: number | null
  readonly lessBenchmark: number | null
}

export type EventPicture = {
  readonly title: string
  /** `US, price floor, Department of Defense`. */
  readonly kicker: string
  /** `In force since 1 Oct 2025, on 22 Nov 2026`. */
  readonly state: string
  readonly announced: IsoDate
  readonly lines: readonly PictureLine[]
  readonly moves: readonly PictureMove[]
  /** Who gave the prices, and when the catalogue was last changed. */
  readonly sources: string
}

export const PICTURE = { width: 1200, height: 630 } as const
const MARGIN = 48
const TITLE_CHARS = 52
const FONT = "Inter, 'Inter Variable', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** A whole SVG document. */
export function eventPicture(event: EventPicture, theme: Theme): string {
  const ink = inks[theme]
  const title = wrapped(event.title, TITLE_CHARS).slice(0, 2)
  const stateY = 96 + title.length * 46
  const { width, height } = PICTURE
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FONT,
    },
    element('title', {}, escaped(`${event.title}, ${formatPictureDay(event.announced)}`)),
    element('rect', { width, height, fill: ink.ground }),
    element('rect', { width: 8, height, fill: ink.accent }),
    text(event.kicker, { x: MARGIN, y: 64, 'font-size': 20, fill: ink.soft }),
    ...title.map((line, place) =>
      text(line, { x: MARGIN, y: 114 + place * 46, 'font-size': 40, 'font-weight': 600, fill: ink.text }),
    ),
    text(event.state, { x: MARGIN, y: stateY + 12, 'font-size': 22, fill: ink.text }),
    plotOf(event, ink, { left: MARGIN + 36, top: stateY + 44, right: 790, bottom: height - 84 }),
    movesOf(event.moves, ink, stateY + 58),
    text(event.sources, { x: MARGIN, y: height - 40, 'font-size': 15, fill: ink.soft }),
    text(
      'Closes rebased to 100 at the close before. Expected directions are judgements. No investment advice.',
      {
        x: MARGIN,
        y: height - 18,
        'font-size': 15,
        fill: ink.soft,
      },
    ),
    text('Oreline', {
      x: width - MARGIN,
      y: height - 18,
      'font-size': 20,
      'font-weight': 600,
      fill: ink.accent,
      'text-anchor': 'end',
    }),
  )
}

const signs = { '+': '▲ up', '-': '▼ down', '?': '◆ open' } as const

function movesOf(moves: readonly PictureMove[], ink: Ink, top: number): string {
  const columns = [
    { name: '', x: 812, anchor: 'start' },
    { name: 'expected', x: 912, anchor: 'start' },
    { name: 'session', x: 1066, anchor: 'end' },
    { name: 'less index’s', x: 1152, anchor: 'end' },
  ] as const
  const cell = (place: number, y: number, words: string, more: Readonly<Record<string, string | number>>) => {
    const column = columns[place]
    return column === undefined ? '' : text(words, { x: column.x, y, 'text-anchor': column.anchor, ...more })
  }
  const head = columns.map(({ name }, place) => cell(place, top, name, { 'font-size': 15, fill: ink.soft }))
  const rows = moves.map(({ ticker, expected, session, lessBenchmark }, place) => {
    const y = top + 36 + place * 40
    const style = { 'font-size': 18, fill: ink.text }
    return [
      element('line', { x1: 812, x2: 1152, y1: y - 26, y2: y - 26, stroke: ink.line }),
      cell(0, y, ticker, { ...style, 'font-weight': 600 }),
      cell(1, y, expected === null ? '–' : signs[expected], style),
      cell(2, y, percent(session), style),
      cell(3, y, percent(lessBenchmark), style),
    ].join('')
  })
  return [...head, ...rows].join('')
}

/** `+50.6 %`; an en dash where there is none. */
function percent(fraction: number | null): string {
  if (fraction === null) return '–'
  const figure = Math.abs(fraction * 100).toFixed(1)
  return figure === '0.0' ? '0.0 %' : `${fraction < 0 ? '−' : '+'}${figure} %`
}
