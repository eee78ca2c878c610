import type { Keyring } from '../platform/keyring.ts'
import type { Settings } from '../platform/settings.ts'
import type { Gateway, Outcome } from './gateway.ts'
import { makeVapidKeys, signVapid } from './vapid.ts'

const SILENCE_MS = 8000
/** The push service keeps a ring for a phone that is off as long as we would try ourselves. */
const KEPT_SECONDS = 24 * 3600

const LOOPBACK = '127.0.0.1'

/**
 * Only known push services are rung: the address comes from a browser, and this server sits where a browser does not. `hosts` from the settings;
 * a host stands for its sub-domains too. Without TLS only on this machine, for a push service under test.
 */
export function isPushEndpoint(text: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  if (protocol !== 'https:' && !(protocol === 'http:' && hostname === LOOPBACK)) return false
  return hosts.some((host) => hostname === host || (host !== LOOPBACK && hostname.endsWith(`.${host}`)))
}

/** RFC 8030 §5, §7.3: 404 and 410 mean that this browser is never reached there again; 429 asks for patience. */
const toOutcome = (status: number): Outcome => {
  if (status >= 200 && status < 300) return { kind: 'delivered', gatewayMessageId: null }
  if (status === 404 || status === 410) return { kind: 'permanent', code: 'push-gone' }
  if (status === 429) return { kind: 'throttled', code: 'push-429' }
  return { kind: status >= 500 ? 'temporary' : 'permanent', code: `push-${status}` }
}

/** Web push without a payload: the push service learns that somebody is rung, and nothing else. The words are in the service worker. */
export function openPushGateway(keyring: Keyring, { citizenOrigin, pushHosts }: Pick<Settings, 'citizenOrigin' | 'pushHosts'>): Gateway {
  const keys = makeVapidKeys(keyring)
  return {
    send: async ({ to }) => {
      if (!isPushEndpoint(to, pushHosts)) return { kind: 'permanent', code: 'push-host' }
      try {
        const answer = await fetch(to, {
          method: 'POST',
          redirect: 'error',
          headers: {
            authorization: signVapid(keys, new URL(to), citizenOrigin, Date.now()),
            ttl: String(KEPT_SECONDS),
            urgency: 'normal',
            // Several rings that wait for one phone are one ring.
            topic: 'notices',
          },
          signal: AbortSignal.timeout(SILENCE_MS),
        })
        await answer.body?.cancel()
        return toOutcome(answer.status)
      } catch {
        return { kind: 'temporary', code: 'push-away' }
      }
    },
    close: () => Promise.resolve(),
  }
}
