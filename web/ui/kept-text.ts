/** Texts kept in this browser. It may refuse to keep anything, and then there is nothing. */

/** null: nothing is kept under the key. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** null takes it away. */
export function writeKept(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Private windows and full disks: the form works without.
  }
}
