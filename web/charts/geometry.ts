/** Where the parts of the timeline stand, from the width the page gives it. All numbers are pixels. */

export type Geometry = {
  readonly width: number
  /** Too narrow for words in the gutters and for a card beside the crosshair. */
  readonly narrow: boolean
  /** Left of the days: figures of the axis, names of lanes. */
  readonly left: number
  /** Right of the days: names at the ends of lines. */
  readonly right: number
  /** What is left for the days. */
  readonly across: number
  readonly plot: { readonly height: number; readonly top: number; readonly bottom: number }
  /** Across, a mark with its room; down, the rows of marks and of bars, and the height of the strip. */
  readonly mark: {
    readonly radius: number
    readonly room: number
    readonly capsule: number
    readonly longest: number
    readonly row: number
  }
  readonly bar: { readonly height: number; readonly row: number; readonly strip: number }
}

const NARROW = 560
/** Height of a lane of filings. */
export const FILING_ROW = 18

export function geometryFor(width: number): Geometry {
  const narrow = width < NARROW
  const left = narrow ? 46 : 72
  const right = narrow ? 58 : 90
  const height = narrow ? 250 : 340
  return {
    width,
    narrow,
    left,
    right,
    across: Math.max(1, width - left - right),
    plot: { height, top: 10, bottom: height - 6 },
    mark: { radius: 4.5, room: 12, capsule: 20, longest: 64, row: 12 },
    bar: { height: 4, row: 5, strip: 5 },
  }
}
