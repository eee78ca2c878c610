import { type BodyOf, givePostRoute } from '@an-sinh/contract'
import { type CivilDate, isCivilDate, mayGivePost } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOffice } from '../reference/index.ts'
import { type ColleagueRow, findColleague, insertPost, readToday } from './staff-post-queries.ts'
import { listReach, toColleagueAnswers } from './to-colleague-answer.ts'

type Wanted = BodyOf<typeof givePostRoute>

const requireDays = ({ fromOn, toOn }: Wanted, today: CivilDate): void => {
  const right = isCivilDate(fromOn) && fromOn >= today && (toOn === null || (isCivilDate(toOn) && toOn >= fromOn))
  if (!right) throw new Refusal('post-days-wrong', { fields: [{ field: 'fromOn', code: 'post-days-wrong' }] })
}

/** @throws Refusal `post-own`, `post-out-of-reach`, `office-unknown` */
const requireReach = async (sql: Queryable, actor: StaffActor, colleague: ColleagueRow, { role, officeId }: Wanted): Promise<void> => {
  if (colleague.staffId === actor.staffId) throw new Refusal('post-own')
  if ((role === null) !== (officeId === null)) throw new Refusal('office-unknown')
  if (officeId !== null) requireFound(await findOffice(sql, officeId), 'office-unknown')
  const reach = await listReach(sql, actor)
  const inView = (id: number | null): boolean => id !== null && (reach === null || reach.includes(id))
  const now = { role: colleague.role, inView: inView(colleague.officeId) }
  if (!mayGivePost(actor.role, now, { role, inView: inView(officeId) })) throw new Refusal('post-out-of-reach')
}

/** A post given or ended is one row more; every request of the colleague asks for the post of that moment, so it holds at once. */
export function givePost(server: Server, platform: Platform): void {
  addRoute(server, givePostRoute, async ({ params, body, request }) => {
    const actor = requireActor(request, 'staff')
    const reason = body.reason.trim()
    if (reason === '') throw new Refusal('note-missing', { fields: [{ field: 'reason', code: 'note-missing' }] })
    const staffId = Number(params.staffId)
    return inTransaction(platform, async (transaction) => {
      const colleague = requireFound(await findColleague(transaction, staffId), 'not-found')
      await requireReach(transaction, actor, colleague, body)
      requireDays(body, await readToday(transaction))
      const { postId, role, officeId, fromOn, toOn } = body
      if (await insertPost(transaction, { postId, staffId, role, officeId, fromOn, toOn, reason, givenBy: actor.staffId }))
        await recordAudit(transaction, {
          actor,
          action: role === null ? 'staff-post-ended' : 'staff-post-given',
          requestId: request.id,
          details: { staffId, postId, role, officeId, fromOn, toOn },
        })
      const after = requireFound(await findColleague(transaction, staffId), 'not-found')
      const [answer] = await toColleagueAnswers(transaction, actor, [after])
      return requireFound(answer, 'not-found')
    })
  })
}
