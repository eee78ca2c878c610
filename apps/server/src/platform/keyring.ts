import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a key is for; each purpose has its own, derived from the master key, so that one leak opens one drawer. */
export type KeyPurpose =
  | 'form-code'
  | 'phone'
  | 'one-time-code'
  | 'session'
  | 'limit'
  | 'document'
  | 'message'
  | 'totp'
  | 'audit'
  | 'content'
  | 'ticket'
  | 'first-password'
  | 'device'
  | 'import'
  | 'statement'
  | 'data-export'
  | 'push'
  | 'fraud-trace'
  | 'error-note'

const MASTER_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** The master key lives in a file outside the database (or a KMS mount), 0600; lost key = lost photos, so it is made once and never overwritten. */
export class Keyring {
  readonly #master: Buffer
  readonly #derived = new Map<KeyPurpose, Buffer>()
  constructor(master: Buffer) {
    if (master.length !== MASTER_BYTES) throw new Error('master key must have 32 bytes')
    this.#master = master
  }

  #key(purpose: KeyPurpose): Buffer {
    const known = this.#derived.get(purpose)
    if (known !== undefined) return known
    const made = createHmac('sha256', this.#master).update(`an-sinh/v1/${purpose}`).digest()
    this.#derived.set(purpose, made)
    return made
  }

  /** Keyed hash for looking a secret value up without keeping it. 32 bytes. */
  hmac(purpose: KeyPurpose, value: string | Uint8Array): Buffer {
    return createHmac('sha256', this.#key(purpose)).update(value).digest()
  }

  /** Constant-work comparison of a value with its stored keyed hash. */
  matches(purpose: KeyPurpose, value: string, hash: Uint8Array): boolean {
    const made = this.hmac(purpose, value)
    return made.length === hash.length && timingSafeEqual(made, hash)
  }

  /** AES-256-GCM: iv | tag | ciphertext. `context` is bound in: a ciphertext moved to another row does not open. */
  encrypt(purpose: KeyPurpose, plain: string | Uint8Array, context: string): Buffer {
    return sealBytes(this.#key(purpose), plain, context)
  }

  /** @throws Error when key, context or bytes do not belong together. */
  decrypt(purpose: KeyPurpose, sealed: Uint8Array, context: string): Buffer {
    return openBytes(this.#key(purpose), sealed, context)
  }
}

/** AES-256-GCM with a key of the caller's (one per stored file). */
export function sealBytes(key: Uint8Array, plain: string | Uint8Array, context: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}

const parseMaster = (text: string): Buffer | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('master' in parsed) || typeof parsed.master !== 'string') return null
    const master = Buffer.from(parsed.master, 'base64')
    return master.length === MASTER_BYTES ? master : null
  } catch {
    return null
  }
}

/** Reads the key file; makes it once (write, fsync, rename) when `mayCreate` and nothing is there. */
export function loadKeyring(keyFile: string, mayCreate: boolean): Keyring {
  if (!existsSync(keyFile)) {
    if (!mayCreate) throw new Error(`Không thấy tệp khoá ${keyFile} / key file missing`)
    mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
    const draft = `${keyFile}.${process.pid}`
    const handle = openSync(draft, 'wx', 0o600)
    writeSync(handle, JSON.stringify({ master: randomBytes(MASTER_BYTES).toString('base64') }))
    fsyncSync(handle)
    closeSync(handle)
    renameSync(draft, keyFile)
  }
  const master = parseMaster(readFileSync(keyFile, 'utf8'))
  if (master === null) throw new Error(`Tệp khoá hỏng / key file damaged: ${keyFile}`)
  return new Keyring(master)
}
