import { putFormAsideRoute, tickFormRoute } from '@an-sinh/contract'
import { parseScannedFormCode } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { type EmployerActor, requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { decryptFormCode, findRegistrationByFormCode } from '../registrations/index.ts'
import { hasSigned, type ListedForm, listForms, setAside, upsertSigned } from './hand-in-queries.ts'

const TAIL = /^[0-9A-Z]{4}$/u

type Found = { form: ListedForm; tail: string; how: 'scanned' | 'typed' | 'by-hand' }

const tailOf = (platform: Platform, form: ListedForm): string => (decryptFormCode(platform, form) ?? '').slice(-4)

/** Which forms of this employer's people the code, its last signs, or the person mean. A form of somebody else is not told from none. */
async function findForms(
  platform: Platform,
  employerId: number,
  { code, entryId }: { code: string | null; entryId: string | null },
): Promise<Found[]> {
  if (entryId !== null) {
    const forms = await listForms(platform.sql, employerId, { registrationId: null, entryId })
    return forms.map((form) => ({ form, tail: tailOf(platform, form), how: 'by-hand' }))
  }
  const typed = (code ?? '').trim().toUpperCase()
  if (TAIL.test(typed)) {
    const forms = await listForms(platform.sql, employerId, { registrationId: null, entryId: null })
    return forms.flatMap((form) => (form.awaited && tailOf(platform, form) === typed ? [{ form, tail: typed, how: 'typed' as const }] : []))
  }
  const parsed = parseScannedFormCode(code ?? '')
  const row = parsed.ok ? await findRegistrationByFormCode(platform, platform.sql, parsed.formCode) : null
  if (row === null || !parsed.ok) return []
  const forms = await listForms(platform.sql, employerId, { registrationId: row.registrationId, entryId: null })
  return forms.map((form) => ({ form, tail: parsed.formCode.slice(-4), how: 'scanned' }))
}

const tick = (platform: Platform, actor: EmployerActor, { form, tail, how }: Found, requestId: string) =>
  inTransaction(platform, async (transaction) => {
    const { employerId, officerId } = actor
    const { entryId, registrationId, fullName } = form
    const noted = await upsertSigned(transaction, { employerId, officerId, entryId, registrationId, codeTail: tail, how })
    if (noted === null) throw new Refusal('form-in-batch')
    if (noted === 'new')
      await recordAudit(transaction, { actor, action: 'form-ticked-by-employer', registrationId, requestId, details: { employerId } })
    return { entryId, fullName, codeTail: tail, before: noted === 'before' }
  })

/** A signed form is in hand. The code is looked up by the agency's side; what leaves is the employer's own line. */
export function tickForm(server: Server, platform: Platform): void {
  addRoute(server, tickFormRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'employer')
    const found = await findForms(platform, actor.employerId, body)
    const [first] = found
    if (first === undefined) throw new Refusal('form-not-listed')
    if (found.length > 1)
      return { ticked: null, candidates: found.map(({ form: { entryId, fullName, department } }) => ({ entryId, fullName, department })) }
    return { ticked: await tick(platform, actor, first, request.id), candidates: [] }
  })
}

export function putFormAside(server: Server, platform: Platform): void {
  addRoute(server, putFormAsideRoute, async ({ params: { entryId }, body: { reason }, request, reply }) => {
    const { employerId } = requireActor(request, 'employer')
    await inTransaction(platform, async (transaction) => {
      if (await setAside(transaction, employerId, entryId, reason)) return
      throw new Refusal((await hasSigned(transaction, employerId, entryId)) ? 'form-in-batch' : 'form-not-listed')
    })
    return reply.send()
  })
}
