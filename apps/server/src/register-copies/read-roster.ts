import { readRosterRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { hashOfKey } from './manage-roster-keys.ts'
import { findCopyHead, listRosterLines, useKey } from './register-copy-queries.ts'

const BEARER = /^Bearer (ansinh_[\w-]{43})$/u
const PAGE = 200

/** For programs of an employer: no cookie, no officer, one scope. An unknown key and a revoked one read the same. */
export function readRoster(server: Server, platform: Platform): void {
  addRoute(server, readRosterRoute, async ({ query, request, reply }) => {
    const [, secret] = BEARER.exec(request.headers.authorization ?? '') ?? []
    if (secret === undefined) throw new Refusal('roster-key-wrong')
    const { keyId, employerId, employerCode } = requireFound(await useKey(platform.sql, hashOfKey(secret)), 'roster-key-wrong')
    await platform.limits.consume('roster-read', keyId)
    const limit = query.limit === undefined ? PAGE : Number(query.limit)
    const { asOf, rows } = await inEmployerTransaction(platform, async (transaction) => ({
      asOf: (await findCopyHead(transaction, employerId)).asOf,
      rows: await listRosterLines(transaction, employerId, { after: query.after ?? null, limit: limit + 1 }),
    }))
    const page = rows.slice(0, limit)
    reply.header('cache-control', 'no-store')
    return {
      employerCode,
      asOf: asOf.toISOString(),
      entries: page.map(({ stateSince, ...row }) => ({ ...row, stateSince: stateSince.toISOString() })),
      next: rows.length > limit ? (page.at(-1)?.entryId ?? null) : null,
    }
  })
}
