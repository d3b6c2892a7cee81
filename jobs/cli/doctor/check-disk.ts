import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { sizeOf } from '../counted.ts'
import { failed, ok, warning, type Finding } from './finding.ts'

/** Less is too little for a PostgreSQL to go on with. */
const leastBytes = 100_000_000
const fewBytes = 2_000_000_000
const fewShare = 0.1

/** Room where the data are, and the backups; of a directory that is not there yet, where it would be. */
export async function checkDisk(directory: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(directory).catch(async () => statfs(parentOf(directory)))
  const free = bavail * bsize
  const says = `${sizeOf(free)} free of ${sizeOf(blocks * bsize)} at ${directory}`
  const todo = 'Make room: a full disk stops the store.'
  if (free < leastBytes) return failed('disk', says, todo)
  return free < fewBytes || bavail < blocks * fewShare ? warning('disk', says, todo) : ok('disk', says)
}

const parentOf = (directory: string): string => path.dirname(path.resolve(directory))
