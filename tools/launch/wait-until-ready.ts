import { setTimeout as pause } from 'node:timers/promises'

import { Refusal } from '../refusal.ts'

/** Waits until a host answers 200 at /api/ready. */
export async function waitUntilReady(port: number, patienceMs = 60_000): Promise<void> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    if (answer?.ok === true) return
    await pause(40)
  }
  throw new Refusal(`Cổng ${port} chưa sẵn sàng sau ${patienceMs / 1000} giây.`, `Port ${port} was not ready after ${patienceMs / 1000} s.`)
}
