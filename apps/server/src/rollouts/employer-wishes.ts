import { type EmployerWishes, getEmployerWishesRoute, setEmployerWishesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findRegistration } from '../registrations/index.ts'
import { insertWish, listWishes, type Wish } from './wish-queries.ts'

const read = async (sql: Queryable, registrationId: string): Promise<EmployerWishes> => {
  const wishes = await listWishes(sql, registrationId)
  return { shareReasons: wishes['share-reasons'], help: wishes.help }
}

/** What whoever registers lets the employer know. Whether an employer lists them at all is not told: a stranger may hold this browser. */
export function getEmployerWishes(server: Server, platform: Platform): void {
  addRoute(server, getEmployerWishesRoute, async ({ params: { registrationId } }) => read(platform.sql, registrationId))
}

/** Each change is a line of its own, so that what was agreed to when can be shown; said twice it is written once. */
export function setEmployerWishes(server: Server, platform: Platform): void {
  addRoute(server, setEmployerWishesRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'applicant')
    return inTransaction(platform, async (transaction) => {
      const registration = requireFound(await findRegistration(transaction, registrationId, 'for-update'), 'registration-not-yours')
      const before = await read(transaction, registrationId)
      if (registration.state === 'draft') throw new Refusal('move-not-allowed')
      const said: [Wish, boolean, boolean][] = [
        ['share-reasons', before.shareReasons, body.shareReasons],
        ['help', before.help, body.help],
      ]
      for (const [wish, was, is] of said)
        if (was !== is) {
          await insertWish(transaction, registrationId, wish, is)
          await recordAudit(transaction, {
            actor,
            action: wish === 'help' ? 'employer-asked-for-help' : 'employer-reads-reasons',
            registrationId,
            requestId: request.id,
            details: { isOn: is },
          })
        }
      return { shareReasons: body.shareReasons, help: body.help }
    })
  })
}
