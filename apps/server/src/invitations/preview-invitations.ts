import { previewInvitationsRoute } from '@an-sinh/contract'
import { INVITATION_STATES, type InvitationStep, LEFT_OUT_REASONS } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { type Audience, findEmployerName, listEntries, readClock } from './invitation-queries.ts'
import { planInvitations, writeSample } from './plan-invitations.ts'

const FIRST = '00000000-0000-0000-0000-000000000000'
/** More people than any employer of the country has. */
const ALL = 200_000
const STEPS: readonly InvitationStep[] = ['register', 'hand-in', 'look-again']

/** @throws Refusal `invitation-not-for-state` */
export const requireAudience = (audience: Audience): Audience => {
  if (audience.states.some((state) => !INVITATION_STATES[audience.kind].includes(state))) throw new Refusal('invitation-not-for-state')
  return audience
}

/** The lines are read with an employer's rights; whom the agency leaves out of them is counted. */
export async function previewAudience(platform: Platform, employerId: number, audience: Audience) {
  const { employerName, entries, clock } = await inEmployerTransaction(platform, async (transaction) => ({
    employerName: requireFound(await findEmployerName(transaction, employerId), 'not-found'),
    entries: await listEntries(transaction, employerId, audience, FIRST, ALL),
    clock: await readClock(transaction),
  }))
  const plan = await planInvitations(platform, platform.sql, { employerId, audience, employerName, entries, clock })
  return { employerName, clock, plan }
}

export function previewInvitations(server: Server, platform: Platform): void {
  addRoute(server, previewInvitationsRoute, async ({ body, request }) => {
    const { employerId } = requireActor(request, 'employer')
    const audience = requireAudience(body)
    const { employerName, clock, plan } = await previewAudience(platform, employerId, audience)
    const recipientsOf = (step: InvitationStep): number => plan.send.filter((one) => one.step === step).length
    return {
      asOf: clock.now.toISOString(),
      recipients: plan.send.length,
      parts: plan.parts,
      texts: STEPS.filter((step) => recipientsOf(step) > 0).map((step) => ({
        ...writeSample(audience, employerName, step),
        recipients: recipientsOf(step),
      })),
      leftOut: LEFT_OUT_REASONS.filter((reason) => plan.leftOut[reason] > 0).map((reason) => ({ reason, people: plan.leftOut[reason] })),
      budget: { month: clock.month, limit: plan.limit, used: plan.used },
    }
  })
}
