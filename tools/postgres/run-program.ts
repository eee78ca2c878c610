import { spawn } from 'node:child_process'

/** The system account a program runs as; null is our own. */
export type RunAs = { uid: number; gid: number } | null

export type Finished = { code: number; output: string }

/**
 * Runs a program to its end and collects what it printed (both streams).
 * Exit code 127 stands for "could not be started"; nothing is thrown.
 */
export function runProgram(program: string, args: readonly string[], { runAs = null, cwd }: { runAs?: RunAs; cwd?: string } = {}) {
  return new Promise<Finished>((resolve) => {
    const child = spawn(program, args, {
      ...runAs,
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
