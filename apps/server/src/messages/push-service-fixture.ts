import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Ring = { path: string; headers: IncomingMessage['headers']; body: string; isSigned: boolean }

const readClaims = (part: string): { aud?: string; exp?: number; sub?: string } =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as { aud?: string; exp?: number; sub?: string }

/** RFC 8292 as a push service checks it: ES256 by the key that came along, for this service, not beyond a day. */
const isSignedFor = (authorization: string, origin: string): boolean => {
  const found = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/u.exec(authorization)
  if (found === null) return false
  const [, header = '', claims = '', signature = '', key = ''] = found
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const { aud, exp = 0, sub = '' } = readClaims(claims)
  const seconds = exp - Date.now() / 1000
  return (
    verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ) &&
    aud === origin &&
    seconds > 0 &&
    seconds <= 86_400 &&
    /^(https?|mailto):/u.test(sub)
  )
}

/** A push service on this machine. The address says how it answers: `/201/a`, `/410/b`, `/503-once/c`. */
export async function startPushService(): Promise<{ origin: string; rings: Ring[]; stop: () => Promise<void> }> {
  const rings: Ring[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString('utf8')))
    request.on('end', () => {
      const path = request.url ?? ''
      const isRepeated = rings.some((ring) => ring.path === path)
      const isSigned = isSignedFor(request.headers.authorization ?? '', `http://${request.headers.host}`)
      rings.push({ path, headers: request.headers, body, isSigned })
      const [, asked = '201'] = path.split('/')
      const status = asked.endsWith('-once') && isRepeated ? 201 : Number.parseInt(asked, 10)
      // RFC 8030 §5.2: a time to live is asked of every ring.
      response.writeHead(!isSigned || request.headers['ttl'] === undefined ? 400 : status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, rings, stop: () => new Promise((resolve) => void server.close(() => resolve())) }
}
