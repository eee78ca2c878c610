import { hash, randomBytes } from 'node:crypto'
import type { OfficerSlip } from '@an-sinh/contract'
import { formatSlipCode, makeSlipCode, SLIP_CODE_RULE } from '@an-sinh/domain'
import type { EmployerActor, StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { makeTotpSecret } from '../staff/index.ts'
import { setActivation } from './activation-queries.ts'
import { insertOfficer, readOfficerToday } from './employer-officer-queries.ts'

export type PreparedOfficer = {
  employerId: number
  employerCode: string
  /** Before the @. */
  name: string
  fullName: string
  role: EmployerActor['role']
  validTo: string | null
  madeBy: StaffActor | EmployerActor
}

const drawCode = (): string => makeSlipCode(randomBytes(SLIP_CODE_RULE.randomBytes)) ?? drawCode()

export const hashOfCode = (code: string): Buffer => hash('sha256', code, 'buffer')

/** A code for the slip, shown once and kept as a hash; what the officer had before is gone. */
export async function giveOfficerCode(
  platform: Platform,
  transaction: Transaction,
  officer: { officerId: number; userName: string; fullName: string },
): Promise<OfficerSlip> {
  const code = drawCode()
  const { officerId, userName, fullName } = officer
  const secret = platform.keyring.encrypt('totp', makeTotpSecret(), `employer-officer/${officerId}`)
  const until = await setActivation(transaction, { officerId, codeHash: hashOfCode(code), days: SLIP_CODE_RULE.officerDays, secret })
  return { userName, fullName, code: formatSlipCode(code), codeUntil: until.toISOString() }
}

/** An account that waits for its officer. @throws Refusal `name-missing`, `officer-days-wrong`, `officer-name-taken` */
export async function prepareOfficer(
  platform: Platform,
  transaction: Transaction,
  order: PreparedOfficer,
): Promise<{ officerId: number; slip: OfficerSlip }> {
  const { employerId, role, validTo, madeBy } = order
  const [userName, fullName] = [`${order.name}@${order.employerCode.toLowerCase()}`, order.fullName.trim()]
  if (fullName === '') throw new Refusal('name-missing', { fields: [{ field: 'fullName', code: 'name-missing' }] })
  if (validTo !== null && validTo < (await readOfficerToday(transaction)))
    throw new Refusal('officer-days-wrong', { fields: [{ field: 'validTo', code: 'officer-days-wrong' }] })
  const by = {
    madeByStaff: madeBy.kind === 'staff' ? madeBy.staffId : null,
    madeByOfficer: madeBy.kind === 'employer' ? madeBy.officerId : null,
  }
  const officerId = await insertOfficer(transaction, { employerId, userName, fullName, role, validTo, passwordHash: null, ...by })
  if (officerId === null) throw new Refusal('officer-name-taken', { fields: [{ field: 'name', code: 'officer-name-taken' }] })
  return { officerId, slip: await giveOfficerCode(platform, transaction, { officerId, userName, fullName }) }
}
