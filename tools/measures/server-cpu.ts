import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** Fields after the name, which may hold blanks: the third of `proc(5)` stands first. */
const statOf = (pid: number | string): number[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}
const PARENT = 1
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** CPU seconds of a database server so far: its first process, those that have ended, and those that live. `backendPid`: any of its backends. */
export function readServerCpu(backendPid: number): number {
  const first = statOf(backendPid)[PARENT] ?? 0
  const live = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(statOf)
    .filter((stat) => stat[PARENT] === first)
  return (sum(statOf(first).slice(11, 15)) + sum(live.map((stat) => sum(stat.slice(11, 13))))) / TICKS_PER_SECOND
}
