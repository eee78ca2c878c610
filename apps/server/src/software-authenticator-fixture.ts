import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Flags = { userPresent: boolean; userVerified: boolean; backedUp: boolean }
type Key = { credentialId: Buffer; privateKey: KeyObject; publicKey: KeyObject; rpId: string; userHandle: string; counter: number }
type CreationOptions = { challenge: string; rp: { id: string }; user: { id: string }; excludeCredentials: readonly { id: string }[] }
type RequestOptions = { challenge: string; rpId: string }

const CONFIRMED: Flags = { userPresent: true, userVerified: true, backedUp: false }
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const encode = (bytes: Buffer): string => bytes.toString('base64url')

/** CBOR (RFC 8949) of what an attestation is made of: integers, byte and text strings, maps. */
const cbor = (value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer => {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.from([(major << 5) | length])
    return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
  }
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])])
  return Buffer.concat([head(5, value.size), ...entries])
}

/** ES256 as COSE writes it (RFC 9053). */
const coseOf = (publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const [kty, alg, crv] = [
    [1, 2],
    [3, -7],
    [-1, 1],
  ] as const
  return cbor(new Map<number, unknown>([kty, alg, crv, [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]))
}

/** A phone's authenticator in software: keeps its keys, answers as a browser hands it on, and lies where a test wants it to. */
export class SoftwareAuthenticator {
  readonly keys: Key[] = []
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  #clientData(type: 'webauthn.create' | 'webauthn.get', challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authenticatorData(key: Key, flags: Flags, attested: Buffer | null): Buffer {
    const bits =
      Number(flags.userPresent) |
      (Number(flags.userVerified) << 2) |
      (Number(flags.backedUp) << 3) |
      (Number(flags.backedUp) << 4) |
      (Number(attested !== null) << 6)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(key.counter)
    return Buffer.concat([sha256(key.rpId), Buffer.from([bits]), counter, attested ?? Buffer.alloc(0)])
  }

  create(options: CreationOptions, { flags = {}, origin = this.#origin }: { flags?: Partial<Flags>; origin?: string } = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const key: Key = { credentialId: randomBytes(32), privateKey, publicKey, rpId: options.rp.id, userHandle: options.user.id, counter: 0 }
    this.keys.push(key)
    const length = Buffer.from([0, key.credentialId.length])
    const attested = Buffer.concat([Buffer.alloc(16), length, key.credentialId, coseOf(publicKey)])
    const authData = this.#authenticatorData(key, { ...CONFIRMED, ...flags }, attested)
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    const id = encode(key.credentialId)
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: encode(this.#clientData('webauthn.create', options.challenge, origin)),
        attestationObject: encode(attestationObject),
      },
    }
  }

  /** Signs with the newest key, or the one told. */
  get(
    options: RequestOptions,
    {
      key = this.keys.at(-1),
      flags = {},
      origin = this.#origin,
      steps = 1,
    }: { key?: Key | undefined; flags?: Partial<Flags>; origin?: string; steps?: number } = {},
  ) {
    if (key === undefined) throw new Error('no key was made')
    key.counter += steps
    const clientData = this.#clientData('webauthn.get', options.challenge, origin)
    const authenticatorData = this.#authenticatorData(key, { ...CONFIRMED, ...flags }, null)
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), key.privateKey)
    const id = encode(key.credentialId)
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: encode(clientData),
        authenticatorData: encode(authenticatorData),
        signature: encode(signature),
        userHandle: key.userHandle,
      },
    }
  }
}
