import { useLayoutEffect, useRef } from 'react'

/** The id of a field's input, by the dotted path under which Oreline names the field. */
export const inputId = (path: string) => `field-${path.replaceAll('.', '-')}`

/** Gives the focus to a field, or to what it is part of where it has no input of its own. */
export function focusField(path: string): void {
  const parts = path.split('.')
  const found = parts
    .map((_, taken) => document.getElementById(inputId(parts.slice(0, parts.length - taken).join('.'))))
    .find((element) => element !== null)
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}

/** Gives the focus to a field once the page has drawn it. */
export function useFocusSoon(): (path: string) => void {
  const path = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (path.current !== null) focusField(path.current)
    path.current = null
  })
  return (next) => {
    path.current = next
  }
}
