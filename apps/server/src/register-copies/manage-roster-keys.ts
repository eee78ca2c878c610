import { hash, randomBytes } from 'node:crypto'
import { listRosterKeysRoute, makeRosterKeyRoute, revokeRosterKeyRoute, type RosterKey } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { insertKey, listKeysOf, revokeKey } from './register-copy-queries.ts'

export const hashOfKey = (secret: string): Buffer => hash('sha256', secret, 'buffer')

const listKeys = async (sql: Queryable, employerId: number): Promise<RosterKey[]> =>
  (await listKeysOf(sql, employerId)).map(({ madeAt, lastUsedAt, revokedAt, ...key }) => ({
    ...key,
    scope: 'roster:read',
    madeAt: madeAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }))

/** An administrator gives programs of the employer a key, and takes it away: 256 bits, kept as a hash, shown once. */
export function manageRosterKeys(server: Server, platform: Platform): void {
  addRoute(server, listRosterKeysRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    return { keys: await inEmployerTransaction(platform, (transaction) => listKeys(transaction, employerId)) }
  })
  addRoute(server, makeRosterKeyRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    const name = body.name.trim()
    if (name === '') throw new Refusal('name-missing', { fields: [{ field: 'name', code: 'name-missing' }] })
    const secret = `ansinh_${randomBytes(32).toString('base64url')}`
    reply.header('cache-control', 'no-store')
    return inEmployerTransaction(platform, async (transaction) => {
      const keyId = await insertKey(transaction, { employerId, name, keyHash: hashOfKey(secret), officerId })
      await recordAudit(transaction, { actor, action: 'employer-key-made', requestId: request.id, details: { keyId } })
      return { secret, keys: await listKeys(transaction, employerId) }
    })
  })
  addRoute(server, revokeRosterKeyRoute, async ({ params: { keyId }, request }) => {
    const actor = requireActor(request, 'employer')
    return inEmployerTransaction(platform, async (transaction) => {
      if (!(await revokeKey(transaction, actor.employerId, keyId))) throw new Refusal('not-found')
      await recordAudit(transaction, { actor, action: 'employer-key-revoked', requestId: request.id, details: { keyId } })
      return { keys: await listKeys(transaction, actor.employerId) }
    })
  })
}
