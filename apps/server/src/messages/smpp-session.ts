import type { Logger } from 'pino'
import smpp, { type Pdu, type Session } from 'smpp'

export type SmppSettings = { url: string; systemId: string; password: string; sender: string }

const BIND_MS = 5000
const ENQUIRE_EVERY_MS = 15_000
const ENQUIRE_ANSWER_MS = 8000
const BACK_OFF_MS = { first: 1000, most: 30_000 } as const

/** One transceiver session, bound; `closed` once for whatever reason it ends. */
const openSession = (settings: SmppSettings, onDeliver: (pdu: Pdu, session: Session) => void, onClosed: () => void): Promise<Session> =>
  new Promise((resolve, reject) => {
    const session = smpp.connect({ url: settings.url })
    const timer = setTimeout(() => session.destroy(), BIND_MS)
    session.on('error', () => session.destroy())
    session.on('close', () => {
      clearTimeout(timer)
      reject(new Error('smpp-connection'))
      onClosed()
    })
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response())
      session.close()
    })
    session.on('deliver_sm', (pdu: Pdu) => onDeliver(pdu, session))
    session.on('connect', () => {
      session.bind_transceiver({ system_id: settings.systemId, password: settings.password, interface_version: 0x34 }, (pdu) => {
        clearTimeout(timer)
        if (pdu.command_status === 0) return resolve(session)
        reject(new Error(`smpp-bind-${pdu.command_status.toString(16)}`))
        session.destroy()
      })
    })
  })

/** A peer that no longer answers is dropped, so that messages in flight come back at once instead of hanging. */
const watch = (session: Session): (() => void) => {
  const timer = setInterval(() => {
    const silence = setTimeout(() => session.destroy(), ENQUIRE_ANSWER_MS)
    session.enquire_link(() => clearTimeout(silence))
  }, ENQUIRE_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

export type SmppLink = { find: () => Promise<Session | null>; onLost: (told: () => void) => () => void; close: () => Promise<void> }

/** Keeps one session bound as long as the process lives; connects again by itself, a little more slowly each time. */
export function keepSmppSession(settings: SmppSettings, log: Logger, onDeliver: (pdu: Pdu, session: Session) => void): SmppLink {
  const listeners = new Set<() => void>()
  let current: Promise<Session | null> = Promise.resolve(null)
  let bound: Session | null = null
  let closing = false
  let backOffMs: number = BACK_OFF_MS.first
  let retry: NodeJS.Timeout | undefined

  const lost = (): void => {
    bound = null
    current = Promise.resolve(null)
    for (const told of listeners) told()
    if (closing) return
    retry = setTimeout(open, backOffMs)
    backOffMs = Math.min(backOffMs * 2, BACK_OFF_MS.most)
  }
  const open = (): void => {
    let unwatch = (): void => undefined
    const opening = openSession(settings, onDeliver, () => {
      unwatch()
      lost()
    })
    current = opening.then(
      (session) => {
        bound = session
        backOffMs = BACK_OFF_MS.first
        unwatch = watch(session)
        return session
      },
      (error: unknown) => {
        log.warn({ code: error instanceof Error ? error.message : 'smpp' }, 'sms gateway cannot be reached')
        return null
      },
    )
  }
  open()
  return {
    find: () => current,
    onLost: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    close: async () => {
      closing = true
      clearTimeout(retry)
      bound?.unbind()
      bound?.close()
      await Promise.resolve()
    },
  }
}
