import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNotice } from './failure-notice.tsx'

export type LoadedProps = {
  readonly query: UseQueryResult
  /** What is being loaded: `The events`. */
  readonly what: string
  /** Of the place kept free meanwhile, in pixels. */
  readonly height: number
  /** Shown once there is an answer, and kept when a later one fails. */
  readonly children: ReactNode
}

/** Content that depends on an answer: a place kept free, a failure with a way to try again, or the content. */
export function Loaded({ query, what, height, children }: LoadedProps) {
  const { data, error, refetch } = query
  return (
    <>
      {error === null ? null : (
        <FailureNotice
          what={what}
          error={error}
          olderShown={data !== undefined}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined ? children : null}
      {data === undefined && error === null ? <Skeleton height={height} aria-hidden="true" /> : null}
    </>
  )
}
