import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { ReadSms } from './read-inbox-sms.ts'

export type AcceptedSms = { to: string; text: string; reference: number | null; at: number }
export type SmsCentre = {
  url: string
  accepted: AcceptedSms[]
  read: ReadSms
  stop: () => void
}

const isTo = (sms: AcceptedSms, phone: string): boolean => sms.to.endsWith(phone.slice(-9))

/** The SMPP server of tests/gateways in a process of its own, and what it has accepted so far. */
export async function startSmsCentre(): Promise<SmsCentre> {
  const child = fork(join(import.meta.dirname, '../../tests/gateways/sms-centre.ts'))
  const accepted: AcceptedSms[] = []
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { listening?: number; accepted?: AcceptedSms }) => {
      if (message.listening !== undefined) resolve(message.listening)
      if (message.accepted !== undefined) accepted.push(message.accepted)
    })
    child.once('exit', (code) => reject(new Error(`the SMS centre ended with ${code}`)))
  })
  const read: ReadSms = async (phone, wanted, patienceMs = 30_000) => {
    const until = Date.now() + patienceMs
    while (Date.now() < until) {
      const found = accepted.findLast((sms) => isTo(sms, phone) && wanted.test(sms.text))
      if (found !== undefined) return found.text
      await pause(20)
    }
    return null
  }
  return { url: `smpp://127.0.0.1:${port}`, accepted, read, stop: () => void child.kill('SIGTERM') }
}
