import { useState, type ReactNode } from 'react'

export type DetailsProps = {
  readonly summary: ReactNode
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** What is drawn only once somebody asks for it. */
export function Details({ summary, className, children }: DetailsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  )
}
