import { getAccountStopFormRoute } from '@an-sinh/contract'
import { civilDateIn, formatDateVi } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { renderPdf } from '../documents/index.ts'
import { toOwnForm01Data } from '../forms/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { readToday } from '../procedures/index.ts'
import { findStandingOffice } from '../reference/index.ts'
import { findAccountStop } from './account-stop-queries.ts'

/** Form 01 of one's own request to stop. */
export function getAccountStopForm(server: Server, platform: Platform): void {
  addRoute(server, getAccountStopFormRoute, async ({ params: { stopId }, request, reply }) => {
    const { personId } = requireActor(request, 'citizen')
    const { sql, settings } = platform
    const row = requireFound(await findAccountStop(sql, personId, stopId), 'not-found')
    const account = requireFound(await findAccount(sql, personId), 'not-signed-in')
    const facts = {
      purpose: 'stop',
      person: await getPerson(sql, personId),
      phone: account.phone,
      email: account.email,
      office: requireFound(await findStandingOffice(sql, row.officeId), 'office-unknown'),
      fileNumber: row.fileNumber,
      line: { label: 'Ngừng từ', value: `ngày ${formatDateVi(civilDateIn(row.appliesAt.getTime()))}` },
      wanted: {},
      photoKinds: [],
      citizenOrigin: settings.citizenOrigin,
      hotline: settings.hotline,
    } as const
    const pdf = await renderPdf('form-01', toOwnForm01Data(facts, await readToday(sql)))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="to-khai-mau-01-ngung.pdf"').send(pdf)
  })
}
