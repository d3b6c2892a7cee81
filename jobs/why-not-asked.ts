/** What keeps a source from being asked, whatever its host would say. */
import { sources } from '@oreline/shared/domain/sources/source.ts'
import { sourceSettings } from '@oreline/server/config.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { fingerprintOf, isSetupRefused, isSwitchedOff } from '@oreline/server/db/source-health.ts'
import type { ProviderSettings } from './providers/define-provider.ts'

/** `byHand`: a person wants it now; a setting that was refused is then tried once more. */
export type AskingTerms = {
  readonly offline: boolean
  readonly settings: ProviderSettings
  readonly byHand: boolean
}

/** Why it may not be asked: the operator's switch, a setting missing or refused, no network wanted; null: it may. */
export async function whyNotAsked(
  db: Db,
  source: string,
  { offline, settings, byHand }: AskingTerms,
): Promise<string | null> {
  if (await isSwitchedOff(db, source)) return 'switched off'
  const needed = settingOf(source, settings)
  if (needed !== null) {
    const { name, value } = needed
    if (value === null) return `needs ${name}`
    // What stands behind another source comes to the same hosts with the same setting.
    for (const refuser of [source, ...firstBefore(source)])
      if (!byHand && (await isSetupRefused(db, refuser, fingerprintOf(value))))
        return `refuses the ${name} it is given; not asked until that changes`
  }
  return offline ? 'offline (ORELINE_OFFLINE=1)' : null
}

/** The source it stands behind; none where it is a first one. */
function firstBefore(source: string): readonly string[] {
  const description = sources.find(({ id }) => id === source)
  return description !== undefined && 'behind' in description ? [description.behind] : []
}

/** The fingerprint of the setting a source is asked with; null: it needs none. */
export function setupOf(source: string, settings: ProviderSettings): string | null {
  const value = settingOf(source, settings)?.value ?? null
  return value === null ? null : fingerprintOf(value)
}

function settingOf(
  source: string,
  settings: ProviderSettings,
): { readonly name: string; readonly value: string | null } | null {
  const description = sources.find(({ id }) => id === source)
  if (description === undefined || !('needs' in description)) return null
  return { name: description.needs, value: sourceSettings(settings)[description.needs] }
}
