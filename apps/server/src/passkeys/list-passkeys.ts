import { listPasskeysRoute, type Passkey } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listPasskeyRows, type PasskeyRow } from './passkey-queries.ts'

export const toPasskey = ({
  passkeyId,
  name,
  madeAt,
  lastUsedAt,
  synced,
}: Pick<PasskeyRow, 'passkeyId' | 'name' | 'madeAt' | 'lastUsedAt' | 'synced'>): Passkey => ({
  passkeyId,
  name,
  madeAt: madeAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  synced,
})

export function listPasskeys(server: Server, platform: Platform): void {
  addRoute(server, listPasskeysRoute, async ({ request }) => {
    const rows = await listPasskeyRows(platform.sql, requireActor(request, 'citizen').personId)
    return { passkeys: rows.map(toPasskey) }
  })
}
