import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'

const CURVE = 'prime256v1'
/** RFC 8292 §2: at most 24 h; push services cut it at less. */
const VALID_SECONDS = 12 * 3600

const toBase64Url = (text: string): string => Buffer.from(text).toString('base64url')

/** `publicKey` as browsers take it: the uncompressed point, base64url. */
export type VapidKeys = { publicKey: string; privateKey: KeyObject }

/** The server's own pair for web push, drawn from the master key: no file of its own to lose, the same after every restart. */
export function makeVapidKeys(keyring: Keyring): VapidKeys {
  const ecdh = createECDH(CURVE)
  // A value beyond the curve's order is refused; that happens once in 2³² and the next one is as good.
  for (let count = 0; ; count += 1) {
    try {
      ecdh.setPrivateKey(keyring.hmac('push', `vapid/${count}`))
      break
    } catch (error) {
      if (count > 2) throw error
    }
  }
  const point = ecdh.getPublicKey()
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), ecdh.getPrivateKey()].map((part) => part.toString('base64url'))
  const privateKey = createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: (d ?? '').padStart(43, 'A') },
    format: 'jwk',
  })
  return { publicKey: point.toString('base64url'), privateKey }
}

/** The Authorization header of one push (RFC 8292): who rings, for which push service, until when. */
export function signVapid(keys: VapidKeys, endpoint: URL, subject: string, nowMs: number): string {
  const header = toBase64Url(JSON.stringify({ typ: 'JWT', alg: 'ES256' }))
  const claims = toBase64Url(JSON.stringify({ aud: endpoint.origin, exp: Math.floor(nowMs / 1000) + VALID_SECONDS, sub: subject }))
  const signature = sign('sha256', Buffer.from(`${header}.${claims}`), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${header}.${claims}.${signature.toString('base64url')}, k=${keys.publicKey}`
}
