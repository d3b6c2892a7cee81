/** Which modules the first script holds: those that the entry needs before any screen is loaded lazily. */

type Modules = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/**
 * Whether a module is imported by the entry, directly or through others, not counting `import()`. Without this the
 * bundler cuts the first script wherever lazy screens share a piece of it, and nine small files compress worse than one.
 */
export function buildIsFirst(entry: string): (id: string, modules: Modules) => boolean {
  let first: ReadonlySet<string> | undefined
  return (id, modules) => (first ??= reachedFrom(entry, modules)).has(id)
}

function reachedFrom(entry: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([entry])
  // A set hands out what is added to it on the way.
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported)
  }
  return reached
}
