import { getAdjustFormRoute } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { listPhotoKindsOf, renderPdf } from '../documents/index.ts'
import { toOwnForm01Data } from '../forms/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { dueOnOf, findCorrectionRequest, readToday } from '../procedures/index.ts'
import { findStandingOffice } from '../reference/index.ts'

/** Form 01 of one's own adjust request, as often as wanted. */
export function getAdjustForm(server: Server, platform: Platform): void {
  addRoute(server, getAdjustFormRoute, async ({ params: { requestId }, request, reply }) => {
    const { personId } = requireActor(request, 'citizen')
    const { sql, settings } = platform
    const row = requireFound(await findCorrectionRequest(sql, personId, requestId), 'not-found')
    if (row.purpose !== 'adjust') throw new Refusal('not-found')
    const account = requireFound(await findAccount(sql, personId), 'not-signed-in')
    const facts = {
      purpose: 'adjust',
      person: await getPerson(sql, personId),
      phone: account.phone,
      email: account.email,
      office: requireFound(await findStandingOffice(sql, row.officeId), 'office-unknown'),
      fileNumber: row.fileNumber,
      line: { label: 'Trả lời trước', value: `hết ngày ${formatDateVi(dueOnOf(row))}` },
      wanted: Object.fromEntries(row.wanted.map(({ field, value }) => [field, value])),
      photoKinds: (await listPhotoKindsOf(sql, [requestId])).get(requestId) ?? [],
      citizenOrigin: settings.citizenOrigin,
      hotline: settings.hotline,
    } as const
    const pdf = await renderPdf('form-01', toOwnForm01Data(facts, await readToday(sql)))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="to-khai-mau-01-dieu-chinh.pdf"').send(pdf)
  })
}
