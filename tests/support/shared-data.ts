/**
 * Answers and series recorded from other people, beside the repository and never in it. They are read where they lie;
 * where they are missing, tests that need them are skipped by name: `describe.skipIf(!hasSharedData)`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const folder = new URL('../../../shared/data/', import.meta.url)

/** Whether the recordings lie beside this checkout. */
export const hasSharedData = existsSync(fileURLToPath(new URL('recorded/index.json', folder)))

const reference = new URL('../../../shared/reference/', import.meta.url)

/** Whether what providers are known to do lies beside this checkout, in words. */
export const hasReference = existsSync(fileURLToPath(new URL('providers.md', reference)))

export const referenceText = (name: string): string => readFileSync(new URL(name, reference), 'utf8')

/** The bytes of a file, by its path under `shared/data`. */
export function sharedBytes(path: string): Buffer {
  return readFileSync(new URL(path, folder))
}

export function sharedText(path: string): string {
  return sharedBytes(path).toString('utf8')
}

/** A row of the recordings' index: the address it came from, how it was answered and when (an HTTP date). */
const recordingSchema = z.object({
  file: z.string(),
  url: z.string(),
  status: z.int(),
  contentType: z.string(),
  recorded: z.string().optional(),
})
export type Recording = z.infer<typeof recordingSchema>

/** Every recorded answer; empty where there are none. */
export function recordings(): readonly Recording[] {
  return hasSharedData ? z.array(recordingSchema).parse(JSON.parse(sharedText('recorded/index.json'))) : []
}
