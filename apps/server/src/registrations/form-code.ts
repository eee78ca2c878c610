import { randomBytes } from 'node:crypto'
import { makeFormCode, parseFormCode } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { Queryable, Sql } from '../platform/sql.ts'
import { findRegistrationByFormCodeHmac } from './registration-queries.ts'
import type { RegistrationRow } from './registration-row.ts'

type Keys = { keyring: Keyring }

/** One draw in many thousands shows an offensive word; two in 2^45 meet. */
const DRAWS = 50

/** A form code that nobody has, as it is stored: a keyed hash to be found by, and sealed for printing again. */
export async function makeStoredFormCode(
  platform: Keys,
  sql: Queryable,
  registrationId: string,
): Promise<{ formCode: string; formCodeHmac: Buffer; formCodeEncrypted: Buffer }> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const formCode = makeFormCode(randomBytes(9))
    if (formCode === null) continue
    const formCodeHmac = platform.keyring.hmac('form-code', formCode)
    if ((await findRegistrationByFormCodeHmac(sql, formCodeHmac)) !== null) continue
    return { formCode, formCodeHmac, formCodeEncrypted: platform.keyring.encrypt('form-code', formCode, registrationId) }
  }
  throw new Error('no free form code was drawn')
}

/** `formCode`: ten characters as `parseFormCode` gives them. */
export const findRegistrationByFormCode = (platform: Keys, sql: Queryable, formCode: string): Promise<RegistrationRow | null> =>
  findRegistrationByFormCodeHmac(sql, platform.keyring.hmac('form-code', formCode))

/** The form code for printing again; null before there is one. For staff every call is an audit line of the caller's. */
export const decryptFormCode = (platform: Keys, row: Pick<RegistrationRow, 'registrationId' | 'formCodeEncrypted'>): string | null =>
  row.formCodeEncrypted === null ? null : platform.keyring.decrypt('form-code', row.formCodeEncrypted, row.registrationId).toString('utf8')

/** Whether a typed form code is that of a registration; the same look-up runs for somebody and for nobody. */
export const proveFormCode =
  (platform: Keys & { sql: Sql }) =>
  async (registrationId: string | null, typed: string): Promise<boolean> => {
    const parsed = parseFormCode(typed)
    const row = parsed.ok ? await findRegistrationByFormCode(platform, platform.sql, parsed.formCode) : null
    return row !== null && row.registrationId === registrationId
  }
