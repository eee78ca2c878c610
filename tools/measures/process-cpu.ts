import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

let ticksPerSecond = 0

/** CPU seconds a process has used so far, user and system, all threads, as /proc/<pid>/stat tells (fields 14 and 15). */
export function readProcessCpu(pid: number): number {
  if (ticksPerSecond === 0) ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name (field 2) may hold spaces and brackets: count from after its last bracket, where field 3 begins.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
