/** Who a process id belongs to. Ids are given out again, so that an id read from a file proves nothing by itself. */
import { readFile } from 'node:fs/promises'
import { hasCode } from './error-code.ts'
import { runProgram } from './program.ts'

/**
 * A running process. `birth` changes when the id is given to another process or the machine restarts; `command` is its
 * command line. Both are null where the system does not tell (Windows, a hidden /proc).
 */
export type LiveProcess = { readonly birth: string | null; readonly command: string | null }

/** The process with this id, or null when there is none; one that has died and is not yet reaped counts as none. */
export async function findProcess(pid: number): Promise<LiveProcess | null> {
  if (!isKnown(pid)) return null
  if (process.platform === 'linux') return fromProc(pid)
  if (process.platform === 'win32') return { birth: null, command: null }
  return fromPs(pid)
}

/** Signal 0 asks whether a process exists; EPERM means that it does and belongs to somebody else. */
function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

async function fromProc(pid: number): Promise<LiveProcess | null> {
  try {
    const [stat, command, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // proc_pid_stat(5): the name stands in parentheses and may hold any byte; then come state and, as field 22, the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return { birth: `${boot.trim()}:${fields[19]}`, command: command.split('\0').join(' ') }
  } catch {
    // It ended while we looked, or /proc hides it: signal 0 tells which.
    return isKnown(pid) ? { birth: null, command: null } : null
  }
}

async function fromPs(pid: number): Promise<LiveProcess | null> {
  const answer = await runProgram(
    'ps',
    ['-ww', '-o', 'stat=', '-o', 'lstart=', '-o', 'args=', '-p', `${pid}`],
    null,
  )
  if (!answer.ok) return isKnown(pid) ? { birth: null, command: null } : null
  // "Ss   Fri Nov  7 10:00:00 2025     /path/postgres -D ..."; LC_ALL=C and TZ=UTC fix the form.
  const [, state, birth, command] = /^(\S+)\s+(.{24})\s+(.*)$/s.exec(answer.output) ?? []
  if (state === undefined || birth === undefined || command === undefined) return null
  return state.startsWith('Z') ? null : { birth, command }
}
