import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** The fields of /proc/PID/stat after the name in brackets (proc(5)): state, parent, …; null where the system does not tell. */
function readStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/**
 * When a process began, in kernel ticks since boot (field 22 of /proc/PID/stat, proc(5)); '' where the system does not tell.
 * With the number it names one process for good: numbers alone are used again after a reboot or in a new container.
 */
export function startedTicks(pid: number): string {
  return readStat(pid)?.[19] ?? ''
}

/** Ended, but its parent has not asked for it: its number still answers signals. Common in containers whose first process reaps nobody. */
export function isZombie(pid: number): boolean {
  return readStat(pid)?.[0] === 'Z'
}

/** Whether a process with this number runs, ours or not. */
export function isAlive(pid: number): boolean {
  if (isZombie(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether the process works inside the folder: a postmaster makes its data folder its working directory.
 * Null where the system does not tell (no /proc).
 */
export function worksInside(pid: number, folder: string): boolean | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return process.platform === 'linux' ? false : null
  }
}
