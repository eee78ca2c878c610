import { foldText, parsePhone } from '@an-sinh/domain'
import { agreesWithBirthDate, findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice } from '../notices/index.ts'
import { findPersonByLogin, findPersonCandidates, type PersonRow } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { deleteNumberRequest, findNumberRequest } from './number-request-queries.ts'
import type { Asked } from './request-number.ts'

const ACTOR = { kind: 'system', job: 'answer-number-request' } as const

const isMeant = ({ fullName, bornOn }: Asked, person: PersonRow): boolean =>
  person.nameFolded === foldText(fullName) &&
  agreesWithBirthDate(bornOn, person.bornOn) &&
  person.diedOn === null &&
  person.mergedIntoPersonId === null

/** The one person whom the facts name; nobody when they fit two. */
async function findAsked(sql: Queryable, asked: Asked): Promise<PersonRow | null> {
  const { nationalId, wardCode, fullName, bornOn } = asked
  if (nationalId !== null) {
    const person = await findPersonByLogin(sql, nationalId)
    return person !== null && isMeant(asked, person) ? person : null
  }
  const candidates = await findPersonCandidates(sql, { insuranceNumber: null, nationalId: null, fullName, bornOn })
  const [first, second] = candidates.filter((person) => isMeant(asked, person) && person.wardCode === wardCode)
  return first !== undefined && second === undefined ? first : null
}

/** The account's phone, else the one the register has; never one that was typed now, nor an address of an account that was stopped. */
async function findContact(sql: Queryable, person: PersonRow): Promise<{ phone: string } | null> {
  const account = await findAccount(sql, person.personId)
  if (account !== null && account.state !== 'stopped') return { phone: account.phone }
  const parsed = parsePhone(person.phoneOnFile ?? '')
  return parsed.ok ? { phone: parsed.phone } : null
}

const maySend = async ({ limits }: Platform, personId: number): Promise<boolean> => {
  try {
    await limits.consume('number-send', String(personId))
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many') return false
    throw error
  }
}

/** Sends the number to the contact on file, three times a day at most; of whoever is not found, or has none, nothing is kept. Safe to run twice. */
export async function answerNumberRequest(platform: Platform, requestId: string): Promise<void> {
  const { sql, keyring } = platform
  const sealed = await findNumberRequest(sql, requestId)
  if (sealed === null) return
  const asked = JSON.parse(keyring.decrypt('ticket', sealed, requestId).toString('utf8')) as Asked
  const person = await findAsked(sql, asked)
  const to = person === null ? null : await findContact(sql, person)
  const sends = person !== null && to !== null && (await maySend(platform, person.personId))
  await inTransaction(platform, async (transaction) => {
    if (!(await deleteNumberRequest(transaction, requestId)) || !sends) return
    const { personId, insuranceNumber } = person
    const key = `number-request/${requestId}`
    const content = { event: 'number-asked', insuranceNumber } as const
    await recordNotice(transaction, personId, { key, content: { event: 'number-asked' } })
    await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/first`, content, to, personId })
    await recordAudit(transaction, { actor: ACTOR, action: 'number-sent', personId, requestId })
  })
}
