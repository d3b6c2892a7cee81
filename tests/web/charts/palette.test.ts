import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lineInks } from '../../../web/charts/palette.ts'

const sheet = (path: string) => readFileSync(new URL(`../../../web/${path}`, import.meta.url), 'utf8')
/** Without what holds on paper only. */
const page = sheet('ui/page.css').split('@media print')[0] ?? ''
const palette = sheet('charts/palette.css')

/** The variables of a style sheet by scheme: what `:root` sets, then what the dark scheme sets over it. */
function variables(css: string, scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, selector = '', body = ''] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    const isDark = selector.includes("'dark'")
    if (isDark && scheme === 'light') continue
    for (const [, name = '', value = ''] of body.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6});/g))
      found.set(name, value)
  }
  return found
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('palette', () => {
  it('measures black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
  })

  it.each(['light', 'dark'] as const)('reaches 3:1 with every ink on surface and page: %s', (scheme) => {
    const grounds = ['--ore-surface', '--ore-page'].map((name) => variables(page, scheme).get(name) ?? '')
    const inks = [...variables(palette, scheme)]
    expect(inks.length).toBeGreaterThanOrEqual(9)
    for (const [name, ink] of inks) {
      for (const ground of grounds)
        expect(contrast(ink, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })

  it('sets in the dark every ink it sets in the light', () => {
    const dark = palette.slice(palette.indexOf("'dark'"))
    expect(variables(palette, 'light').size).toBe(9)
    for (const name of variables(palette, 'light').keys()) expect(dark).toContain(name)
  })

  it('gives no two lines one ink', () => {
    const lines = ['XNYS', 'XASX', 'XNYS', 'XSHG', 'XNYS', 'XNYS'] as const
    const inks = lineInks(lines.map((calendar) => ({ calendar })))
    expect(new Set(inks.map(({ color, dash }) => `${color} ${dash}`)).size).toBe(lines.length)
  })

  it.each([
    ['XNYS', 21],
    ['XASX', 7],
    ['XSHG', 7],
  ] as const)('nor any two of the many lines an operator may add: %s, %i', (calendar, count) => {
    const inks = lineInks(Array.from({ length: count }, () => ({ calendar })))
    expect(new Set(inks.map(({ color, dash }) => `${color} ${dash}`)).size).toBe(count)
  })
})
