import { readFile } from 'node:fs/promises'
import { CommandRefusal } from '../command-refusal.ts'

const MiB = 1_048_576
const MOST_MIB = 20

/** A file as text. Refuses what is not there, what is too large, and what is not UTF-8. */
export async function readText(file: string): Promise<string> {
  const bytes = await bytesOf(file)
  if (bytes.byteLength > MOST_MIB * MiB)
    throw new CommandRefusal(`${file} is larger than ${MOST_MIB} MiB: split it by years.`, { exitCode: 1 })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandRefusal(`${file} is not in UTF-8. Save it as CSV (UTF-8).`, { exitCode: 1 })
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandRefusal(`${file} cannot be read: ${why}`, { exitCode: 1 })
  }
}
