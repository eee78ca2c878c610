import { filePaperRoute, findPapersRoute, getPaperRoute, type Paper } from '@an-sinh/contract'
import { normaliseText } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { paperReceivedAt, requireOwnCase } from '../decisions/index.ts'
import { findFormScan } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { findPlace, insertPlace, listPapers } from './paper-queries.ts'

const MOST = 50

/** Labels of boxes and numbers are compared as capitals: "h 12" and "H 12" are one box. */
const labelOf = (typed: string): string => normaliseText(typed).toUpperCase()

const requireLabel = (typed: string): string => {
  const label = labelOf(typed)
  if (label === '') throw new Refusal('paper-place-missing')
  return label
}

const toPaper = async (platform: Platform, registrationId: string): Promise<Paper> => {
  const place = await findPlace(platform.sql, registrationId)
  return {
    place: place && { ...place, filedAt: place.filedAt.toISOString() },
    scanned: (await findFormScan(platform.sql, registrationId)) !== null,
  }
}

/** Where the signed paper lies: written down once it was received, found again by box and number. */
export function filePaper(server: Server, platform: Platform): void {
  addRoute(server, getPaperRoute, async ({ params: { registrationId }, request }) => {
    await requireOwnCase(platform.sql, requireActor(request, 'staff'), registrationId)
    return toPaper(platform, registrationId)
  })
  addRoute(server, filePaperRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const place = { archiveBox: requireLabel(body.archiveBox), archiveNumber: requireLabel(body.archiveNumber) }
    await inTransaction(platform, async (transaction) => {
      const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
      if (paperReceivedAt(row) === null) throw new Refusal('move-not-allowed')
      await insertPlace(transaction, { registrationId, ...place, staffId: actor.staffId, officeId: actor.officeId })
      await recordAudit(transaction, { actor, action: 'paper-filed', registrationId, personId: row.personId, requestId: request.id })
    })
    return toPaper(platform, registrationId)
  })
  addRoute(server, findPapersRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const archiveNumber = labelOf(body.archiveNumber ?? '')
    const archiveBox = requireLabel(body.archiveBox)
    await platform.limits.consume('person-search', String(actor.staffId))
    const officeIds = await listOfficesOfDesk(platform.sql, actor.officeId)
    return inTransaction(platform, async (transaction) => {
      const asked = { officeIds, archiveBox, archiveNumber: archiveNumber === '' ? null : archiveNumber }
      const rows = await listPapers(transaction, asked, MOST + 1)
      const items = rows.slice(0, MOST)
      for (const { registrationId } of items)
        await recordAudit(transaction, { actor, action: 'paper-found', registrationId, requestId: request.id })
      return { items, more: rows.length > MOST }
    })
  })
}
