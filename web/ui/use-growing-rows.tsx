import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { formatCount } from './format.ts'

/** Rows drawn at first; each time more are asked for, four times as many. */
const FIRST_ROWS = 25
const GROWTH = 4

/** The first rows of a long list and the button that shows more of them; null once all are shown. */
export function useGrowingRows<T>(all: readonly T[]): {
  readonly rows: readonly T[]
  readonly more: ReactNode
} {
  const [count, setCount] = useState(FIRST_ROWS)
  const left = all.length - count
  return {
    rows: all.slice(0, count),
    more:
      left <= 0 ? null : (
        <Button variant="default" size="xs" mt="sm" onClick={() => setCount(count * GROWTH)}>
          Show more ({formatCount(left)} left)
        </Button>
      ),
  }
}
