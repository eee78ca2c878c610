import { getWalletCardRoute } from '@an-sinh/contract'

import { sessionHashOf } from '../accounts/index.ts'
import { listSignedInCards, toCardAnswer } from '../cards/index.ts'
import { renderPdf } from '../documents/index.ts'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { toWalletCardData } from './wallet-card-data.ts'

export function getWalletCard(server: Server, platform: Platform): void {
  const { idleMinutes } = platform.settings.citizenSession
  addRoute(server, getWalletCardRoute, async ({ request, reply }) => {
    const { personId } = requireActor(request, 'citizen')
    const token = requireFound(sessionHashOf(request), 'not-signed-in')
    const [first, ...others] = await listSignedInCards(platform.sql, token, idleMinutes)
    if (first === undefined) throw new Refusal('not-signed-in')
    const { insuranceNumber } = await getPerson(platform.sql, personId)
    const data = toWalletCardData(insuranceNumber, toCardAnswer([first, ...others]))
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="the-bhyt.pdf"')
      .send(await renderPdf('wallet-card', requireFound(data, 'not-found')))
  })
}
