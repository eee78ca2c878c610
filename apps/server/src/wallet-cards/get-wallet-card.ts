import { getWalletCardRoute } from '@an-sinh/contract'

import { listCardsOf, toCardAnswer } from '../cards/index.ts'
import { renderPdf } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { requireSubject } from '../representations/index.ts'
import { toWalletCardData } from './wallet-card-data.ts'

export function getWalletCard(server: Server, platform: Platform): void {
  addRoute(server, getWalletCardRoute, async ({ query, request, reply }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'card')
    const [first, ...others] = await listCardsOf(platform.sql, personId)
    const data = toWalletCardData(toCardAnswer([requireFound(first, 'not-found'), ...others]))
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="the-bhyt.pdf"')
      .send(await renderPdf('wallet-card', requireFound(data, 'not-found')))
  })
}
