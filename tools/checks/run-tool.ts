import { spawn } from 'node:child_process'

import { REPOSITORY } from '../prepare.mjs'
import { type Count, FAILED, PASSED } from './check.ts'

export type ToolRun = { code: number; output: string }

type ToolOptions = { env?: Record<string, string | undefined>; show?: boolean }

/** Programs that run now, to be ended when the whole is. */
const running = new Set<ReturnType<typeof spawn>>()

/** Runs a script under our Node; its output is shown as it comes (`show`) and given back. An environment value of undefined is taken away. */
export function runTool(args: readonly string[], { env = {}, show = false }: ToolOptions = {}): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (show) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** A tool that is one question: exit code 0 is the answer yes; otherwise its output is shown. */
export async function passTool(args: readonly string[], options: ToolOptions = {}): Promise<Count> {
  const { code, output } = await runTool(args, options)
  if (code !== 0 && options.show !== true) process.stdout.write(`${output.trim()}\n`)
  return code === 0 ? PASSED : FAILED
}

export function endTools(): void {
  for (const child of running) child.kill('SIGTERM')
}
