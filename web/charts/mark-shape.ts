/** The shape of an event's mark says what kind of act it is; six shapes that stay apart at ten pixels. */
import type { InstrumentType } from '@oreline/shared/domain/policy/event.ts'

export type MarkShape = 'square' | 'diamond' | 'circle' | 'triangle' | 'cross' | 'star'

/** In the order of the key. */
export const markShapes: readonly { readonly shape: MarkShape; readonly label: string }[] = [
  { shape: 'square', label: 'export control, quota' },
  { shape: 'diamond', label: 'tariff, trade deal' },
  { shape: 'circle', label: 'public money, price floor' },
  { shape: 'triangle', label: 'rule, licence, case' },
  { shape: 'cross', label: 'company, offtake' },
  { shape: 'star', label: 'supply shock' },
]

export const shapeOf = {
  'export-control': 'square',
  quota: 'square',
  tariff: 'diamond',
  'trade-agreement': 'diamond',
  'grant-loan': 'circle',
  'equity-stake': 'circle',
  'price-floor': 'circle',
  stockpile: 'circle',
  regulation: 'triangle',
  licensing: 'triangle',
  investigation: 'triangle',
  'court-ruling': 'triangle',
  'corporate-milestone': 'cross',
  offtake: 'cross',
  'supply-shock': 'star',
} as const satisfies Record<InstrumentType, MarkShape>

const CROSS_ARM = 0.36

/** An SVG path around 0,0; shapes of one `radius` look equally large. */
export function markPath(shape: MarkShape, radius: number): string {
  switch (shape) {
    case 'square':
      return polygon(corners(4, radius * 1.2, 45))
    case 'diamond':
      return polygon(corners(4, radius * 1.25, 0))
    case 'circle':
      return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
    case 'triangle':
      return polygon(corners(3, radius * 1.3, -90, radius * 0.2))
    case 'cross':
      return crossPath(radius * 1.1, radius * CROSS_ARM)
    case 'star':
      return polygon(starCorners(radius * 1.35))
  }
}

type Corner = readonly [x: number, y: number]

const polygon = (corners: readonly Corner[]) =>
  `M${corners.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}Z`

const rounded = (value: number) => Math.round(value * 100) / 100

function corners(count: number, radius: number, turn: number, drop = 0): readonly Corner[] {
  return Array.from({ length: count }, (_, place) => {
    const angle = ((turn + (360 / count) * place) * Math.PI) / 180
    return [radius * Math.cos(angle), radius * Math.sin(angle) + drop]
  })
}

/** Five points, the first upwards. */
function starCorners(radius: number): readonly Corner[] {
  return Array.from({ length: 10 }, (_, place) => {
    const angle = ((-90 + 36 * place) * Math.PI) / 180
    const reach = place % 2 === 0 ? radius : radius * 0.45
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  })
}

function crossPath(reach: number, arm: number): string {
  const along = [arm, arm, reach, reach, arm, arm, -arm, -arm, -reach, -reach, -arm, -arm]
  const across = [-reach, -arm, -arm, arm, arm, reach, reach, arm, arm, -arm, -arm, -reach]
  return polygon(along.map((x, place) => [x, across[place] ?? 0]))
}
