/** Colours of pictures, after those of the page: each line reaches 3:1, each text 4.5:1 on its ground. */
import type { CalendarId } from '../../kernel/brand.ts'

export type Ink = {
  readonly ground: string
  readonly text: string
  readonly soft: string
  readonly line: string
  readonly accent: string
  /** By exchange: the first and the second line of one country. */
  readonly lines: Readonly<Record<CalendarId, readonly [string, string]>>
}

export const inks = {
  light: {
    ground: '#ffffff',
    text: '#16212a',
    soft: '#5f6d76',
    line: '#dfe4e5',
    accent: '#0b6259',
    lines: {
      XNYS: ['#0b66a8', '#3b8fd0'],
      XASX: ['#007d5f', '#007d5f'],
      XSHG: ['#c84e00', '#c84e00'],
    },
  },
  dark: {
    ground: '#141a1e',
    text: '#e4eaed',
    soft: '#93a1a9',
    line: '#273138',
    accent: '#6cc9bb',
    lines: {
      XNYS: ['#4fa8e8', '#a3d4f7'],
      XASX: ['#2bc09a', '#2bc09a'],
      XSHG: ['#f58a42', '#f58a42'],
    },
  },
} as const satisfies Record<string, Ink>
export type Theme = keyof typeof inks
