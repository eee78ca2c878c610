import { randomBytes } from 'node:crypto'
import { FORM_CODE_RULE, makeFormCode, parseScannedFormCode } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'

/** Shaped as a form code, of a kind of its own by the letters in front. */
const PREFIX = 'BK'

export type BatchCodeUse = 'batch' | 'batch-receipt'

export const drawBatchCode = (): string => {
  for (;;) {
    const code = makeFormCode(randomBytes(FORM_CODE_RULE.randomBytes))
    if (code !== null) return code
  }
}

export const hashBatchCode = (keyring: Keyring, use: BatchCodeUse, code: string): Buffer => keyring.hmac('form-code', `${use}/${code}`)
export const sealBatchCode = (keyring: Keyring, use: BatchCodeUse, code: string, batchId: string): Buffer =>
  keyring.encrypt('form-code', code, `${use}/${batchId}`)
export const openBatchCode = (keyring: Keyring, use: BatchCodeUse, sealed: Buffer, batchId: string): string =>
  keyring.decrypt('form-code', sealed, `${use}/${batchId}`).toString('utf8')

/** As printed and as the QR holds it. */
export const printBatchCode = (code: string): string => `${PREFIX}-${code.slice(0, 5)}-${code.slice(5)}`

/** What the scanner or a hand typed: with the letters in front, also after a typing method. */
export const readBatchCode = (text: string): string | null => {
  const last =
    text
      .trim()
      .split(/[/?#=]+/u)
      .at(-1) ?? ''
  const parsed = parseScannedFormCode(last.replace(/^bk[-\s]?/iu, '').replace(/-/gu, ''))
  return parsed.ok ? parsed.formCode : null
}
