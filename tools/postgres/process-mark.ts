import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/**
 * When a process began, in kernel ticks since boot (field 22 of /proc/PID/stat, proc(5)); '' where the system does not tell.
 * With the number it names one process for good: numbers alone are used again after a reboot or in a new container.
 */
export function startedTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
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
