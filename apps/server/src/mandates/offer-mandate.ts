import { offerMandateRoute } from '@an-sinh/contract'
import { isChildOn, isMandateLastDay } from '@an-sinh/domain'
import { agreesWithBirthDate, findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { findPersonByLogin, getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { tellMandateChange } from '../representations/index.ts'
import { requireFreshProof } from '../step-ups/index.ts'
import { findOffer, insertOffer, readToday } from './mandate-queries.ts'
import { toGivenOffer } from './to-offer-answer.ts'

/** Spaces, dots and hyphens are how people write numbers. @throws Refusal `mandate-number-wrong` */
const readNumber = (typed: string): string => {
  const number = typed.replace(/[\s.\-–]/gu, '')
  if (!/^(\d{10}|\d{12})$/u.test(number)) throw new Refusal('mandate-number-wrong')
  return number
}

/** Somebody alive with an account in use, whose birth date was known too; else null, and nobody is told the difference. */
const findReader = async ({ sql }: Platform, number: string, bornOn: string): Promise<number | null> => {
  const person = await findPersonByLogin(sql, number)
  const account = await findAccount(sql, person?.personId ?? 0)
  if (person === null || account?.state !== 'active' || person.diedOn !== null) return null
  return agreesWithBirthDate(bornOn, person.bornOn) ? person.personId : null
}

/** Offered to a number and a birth date; the answer says nothing about whether they name anybody. */
export function offerMandate(server: Server, platform: Platform): void {
  addRoute(server, offerMandateRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const { offerId, bornOn, areas, lastOn } = body
    const readerNumber = readNumber(body.number)
    const today = await readToday(platform.sql)
    if (!isMandateLastDay(lastOn, today)) throw new Refusal('mandate-day-wrong')
    // Somebody under 18 is represented by a parent or guardian and gives no mandate of their own (Civil Code 91/2015/QH13, articles 21 and 136).
    if (isChildOn((await getPerson(platform.sql, personId)).bornOn, today)) throw new Refusal('mandate-giver-minor')
    await requireFreshProof(platform.sql, actor)
    await platform.limits.consume('mandate-offer', String(personId))
    await platform.limits.consume('mandate-offer-to', readerNumber)
    if ((await findPersonByLogin(platform.sql, readerNumber))?.personId === personId) throw new Refusal('mandate-to-oneself')
    const readerPersonId = await findReader(platform, readerNumber, bornOn)
    return inTransaction(platform, async (transaction) => {
      if (await insertOffer(transaction, { personId, offerId, readerPersonId, readerNumber, areas, lastOn })) {
        const line = { actor, action: 'mandate-offered', requestId: request.id, details: { offerId, areas: areas.join(' '), lastOn } }
        for (const about of [personId, ...(readerPersonId === null ? [] : [readerPersonId])])
          await recordAudit(transaction, { ...line, personId: about })
        const key = `mandate-offer/${offerId}/offered`
        await tellMandateChange(platform, transaction, { key, readerId: readerPersonId, subjectId: personId, change: 'offered' })
      }
      return toGivenOffer(requireFound(await findOffer(transaction, personId, offerId), 'not-found'))
    })
  })
}
