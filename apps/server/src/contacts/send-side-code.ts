import { sendContactCodeRoute } from '@an-sinh/contract'
import { type Account, type CodeSent, findAccount, sendOneTimeCode } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { ContactChangeRow } from './contact-change-queries.ts'
import { oldContact, readAfter, requireOpenChange } from './contact-values.ts'

export type Side = 'old' | 'new'

/** What a code of one side belongs to. */
export const codeSubject = ({ changeId }: { changeId: string }, side: Side): string => `${changeId}/${side}`

export async function sendSideCode(platform: Platform, account: Account, row: ContactChangeRow, side: Side): Promise<CodeSent> {
  const to = requireFound(side === 'new' ? readAfter(platform, row) : oldContact(account, row), 'not-found')
  // Signed in, to one's own phone or address: nobody else can use that up.
  const order = { purpose: 'change-contact', subject: codeSubject(row, side), byHolder: side === 'old' } as const
  return sendOneTimeCode(platform, null, { ...order, ...(to.kind === 'phone' ? { phone: to.value } : { email: to.value }) })
}

export function sendContactCode(server: Server, platform: Platform): void {
  addRoute(server, sendContactCodeRoute, async ({ params, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const row = await requireOpenChange(platform, personId, params.changeId)
    const { expiresAt, resendAt } = await sendSideCode(platform, account, row, body.side)
    return { expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}
