import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Behaviour } from './smpp-server-fixture.ts'

type Submitted = { to: string; text: string; reference: number }

/** The SMPP server of smpp-server-fixture.ts in a child process, and what it has seen. */
export const startSmpp = async (port = 0) => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'smpp-server-fixture.ts'), [String(port)])
  const submitted: Submitted[] = []
  const receiptAnswers: number[] = []
  const opened = await new Promise<number>((resolve) => {
    child.on('message', (message: { port?: number; submitted?: Submitted; receiptAnswer?: number }) => {
      if (message.port !== undefined) resolve(message.port)
      if (message.submitted !== undefined) submitted.push(message.submitted)
      if (message.receiptAnswer !== undefined) receiptAnswers.push(message.receiptAnswer)
    })
  })
  return {
    port: opened,
    submitted,
    receiptAnswers,
    behave: (behaviour: Behaviour) => child.send({ behaviour }),
    kill: () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGKILL')),
    to: (phone: string) => submitted.filter((one) => `+${one.to}` === phone),
  }
}

let serial = 0
export const freshPhone = (): string => `+84951${String((serial += 1)).padStart(6, '0')}`
export const until = <T>(check: () => Promise<T> | T, timeout = 10_000): Promise<T> => vi.waitFor(check, { timeout, interval: 50 })
