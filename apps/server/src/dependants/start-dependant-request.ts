import { startDependantRequestRoute } from '@an-sinh/contract'
import { isChildOn, isCivilDate } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { chooseOffice } from '../procedures/index.ts'
import { findDependantRequest, insertDependantRequest, lockDependantRequests, readToday } from './dependant-queries.ts'
import { toDependantAnswer } from './to-dependant-answer.ts'

/** Spaces, dots and hyphens are how people write numbers; an empty field is none. */
const readNumber = (typed: string | null, digits: number): string | null => {
  const number = (typed ?? '').replace(/[\s.\-–]/gu, '')
  if (number === '') return null
  if (!/^\d+$/u.test(number) || number.length !== digits) throw new Refusal('child-facts-wrong')
  return number
}

/** Declared now, sent when the photo is whole; the office is the guardian's. */
export function startDependantRequest(server: Server, platform: Platform): void {
  addRoute(server, startDependantRequestRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const { requestId, bornOn, relation } = body
    const childName = body.childName.trim().replaceAll(/\s+/gu, ' ')
    const numbers = { insuranceNumber: readNumber(body.insuranceNumber, 10), nationalId: readNumber(body.nationalId, 12) }
    if (childName === '' || !isCivilDate(bornOn)) throw new Refusal('child-facts-wrong')
    if (!isChildOn(bornOn, await readToday(platform.sql))) throw new Refusal('child-not-minor')
    await platform.limits.consume('dependant-request', String(personId))
    const { officeId } = await chooseOffice(platform.sql, personId)
    return inTransaction(platform, async (transaction) => {
      await lockDependantRequests(transaction, personId)
      const known = await findDependantRequest(transaction, personId, requestId)
      if (known !== null) return toDependantAnswer(known)
      await insertDependantRequest(transaction, { personId, requestId, childName, bornOn, ...numbers, relation, officeId })
      await recordAudit(transaction, {
        actor,
        action: 'dependant-requested',
        personId,
        requestId: request.id,
        details: { dependantRequestId: requestId, relation },
      })
      return toDependantAnswer(requireFound(await findDependantRequest(transaction, personId, requestId), 'not-found'))
    })
  })
}
