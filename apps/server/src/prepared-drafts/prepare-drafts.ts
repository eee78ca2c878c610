import { hash, randomBytes } from 'node:crypto'
import { prepareDraftsRoute } from '@an-sinh/contract'
import { formatSlipCode, makeSlipCode, SLIP_CODE_RULE } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { replaceDrafts } from './prepared-draft-queries.ts'

const drawCode = (): string => makeSlipCode(randomBytes(SLIP_CODE_RULE.randomBytes)) ?? drawCode()

export const hashOfDraftCode = (code: string): Buffer => hash('sha256', code, 'buffer')

/** Only what the roster holds is laid out; each draft is an audit line. The codes are shown once and kept as hashes. */
export function prepareDrafts(server: Server, platform: Platform): void {
  addRoute(server, prepareDraftsRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const codes = new Map([...new Set(body.entryIds)].map((entryId) => [entryId, drawCode()] as const))
    const drafts = [...codes].map(([entryId, code]) => ({ entryId, codeHash: hashOfDraftCode(code) }))
    const made = await inEmployerTransaction(platform, async (transaction) => {
      const rows = await replaceDrafts(transaction, { employerId: actor.employerId, officerId: actor.officerId, drafts })
      const line = { actor, action: 'employer-draft-prepared', requestId: request.id }
      await recordAudits(
        transaction,
        rows.map(({ entryId }) => ({ ...line, details: { entryId } })),
      )
      return rows
    })
    reply.header('cache-control', 'no-store')
    return {
      slips: made.map(({ expiresAt, ...row }) => ({
        ...row,
        code: formatSlipCode(codes.get(row.entryId) ?? ''),
        expiresAt: expiresAt.toISOString(),
      })),
      skipped: codes.size - made.length,
    }
  })
}
