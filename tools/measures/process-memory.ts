import { readFileSync } from 'node:fs'

const WATCH_MS = 200

/** The server and the processes it started: what they share is counted once (Pss). A process that just ended has nothing. */
export function serverMegabytes(pid: number): number {
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  }
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  const kilobytes = [pid, ...children].map((one) => Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Watches until it is called: the most it saw, in MB. */
export function watchMegabytes(pid: number): () => number {
  let most = 0
  const look = (): void => void (most = Math.max(most, serverMegabytes(pid)))
  const timer = setInterval(look, WATCH_MS)
  return () => {
    clearInterval(timer)
    look()
    return most
  }
}
