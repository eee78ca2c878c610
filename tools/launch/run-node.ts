import { type ChildProcess, spawn } from 'node:child_process'

import { Refusal } from '../refusal.ts'

/** Programs that run now: what must be stopped when the launcher stops in the middle of them. */
const running = new Set<ChildProcess>()

type RunOptions = { cwd: string; env?: Record<string, string>; name: string; onLine?: (line: string) => void }

/**
 * Runs a script under our own Node to its end and gives back what it printed; refuses with the end of its output when it fails.
 * Lines it prints are handed on as they come.
 */
export function runNode(args: readonly string[], { cwd, env = {}, name, onLine }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8')
      printed += text
      output += text
      if (onLine !== undefined) text.split('\n').filter(Boolean).forEach(onLine)
    })
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      if (code === 0) resolve(printed)
      else reject(new Refusal(`${name}: không thành công.\n${output.trim().slice(-2000)}`, `${name}: failed, see the lines above.`))
    })
  })
}

/** Ends the scripts that run at this moment. */
export function stopRunning(): void {
  for (const child of running) child.kill('SIGTERM')
}
