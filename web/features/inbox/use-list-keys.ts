import { useEffect, type RefObject } from 'react'

const letters: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }
const arrows: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * J and K go from one head of the list to the next from anywhere on the screen, the arrows from a head alone, for
 * elsewhere they scroll; Escape closes. Heads are the elements marked `data-head`; nothing is taken from a field or a dialog.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, onClose: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
      if (!(target instanceof HTMLElement) || target.closest('input, textarea, select, dialog') !== null)
        return
      const heads = [...(list.current?.querySelectorAll<HTMLElement>('[data-head]') ?? [])]
      const own = target.closest('li')?.querySelector<HTMLElement>('[data-head]') ?? null
      const place = own === null ? -1 : heads.indexOf(own)
      if (key === 'Escape' && onClose !== null) {
        onClose()
        own?.focus()
        return
      }
      const step = letters[key] ?? (target.matches('[data-head]') ? arrows[key] : undefined)
      const next = step === undefined ? undefined : heads[Math.max(0, place + step)]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list, onClose])
}
