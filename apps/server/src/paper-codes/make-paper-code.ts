import { createHash } from 'node:crypto'
import { type CivilDate, formatStatementCode, makeStatementCode, type PaperLine } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import type { CheckData } from '../documents/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { addPaperFile, insertPaperCode, type PaperCodeRow } from './paper-code-queries.ts'

/** One draw in many thousands shows an offensive word. */
const DRAWS = 50

/** What the check page may need of a paper; kept encrypted. `subject`: whom it is about and what it said, for the feature that issued it. */
export type PaperContent = { shared: readonly PaperLine[]; subject: { personId: number; fingerprint: string } | null }

export type PrintedCode = { check: CheckData; codeHmac: Buffer }

export const hashPaperCode = (keyring: Keyring, code: string): Buffer => keyring.hmac('statement', `paper/${code}`)
export const contextOf = (codeHmac: Buffer): string => `paper-content/${codeHmac.toString('hex')}`

/** The same for the same paper, and known to nobody without our key: 55 bits of a keyed hash. */
function codeOf(keyring: Keyring, paper: string): string {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = makeStatementCode(keyring.hmac('statement', `paper-code/${draw}/${paper}`))
    if (code !== null) return code
  }
  throw new Error('no paper code was drawn')
}

type Order = { kind: PaperCodeRow['kind']; paper: string; validUntil: CivilDate | null; content: PaperContent }

/** A code for a paper that is about to be printed; `paper` names it, so that printing it again gives the same code. */
export async function makePaperCode(
  { keyring, settings }: Pick<Platform, 'keyring' | 'settings'>,
  sql: Queryable,
  { kind, paper, validUntil, content }: Order,
): Promise<PrintedCode> {
  const code = codeOf(keyring, `${kind}/${paper}`)
  const codeHmac = hashPaperCode(keyring, code)
  const sealedContent = keyring.encrypt('statement', JSON.stringify(content), contextOf(codeHmac))
  await insertPaperCode(sql, { codeHmac, kind, validUntil, sealedContent })
  const shown = formatStatementCode(code)
  const check = {
    shown,
    checkAddress: `${new URL(settings.citizenOrigin).host}/kiem-tra`,
    qrSvg: renderSVG(`${settings.citizenOrigin}/kiem-tra/${code}`, { ecc: 'M', border: 4 }),
    qrAlt: `Mã QR mở trang kiểm tra giấy ${shown}`,
  }
  return { check, codeHmac }
}

/** From now on the check page tells this file from one that was changed. */
export async function rememberPaperFile(sql: Queryable, { codeHmac }: PrintedCode, file: Buffer): Promise<void> {
  await addPaperFile(sql, codeHmac, createHash('sha256').update(file).digest())
}
