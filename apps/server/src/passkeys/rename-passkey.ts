import { renamePasskeyRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireName } from './add-passkey.ts'
import { renamePasskeyRow } from './passkey-queries.ts'

export function renamePasskey(server: Server, platform: Platform): void {
  addRoute(server, renamePasskeyRoute, async ({ params, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    if (!(await renamePasskeyRow(platform.sql, personId, params.passkeyId, requireName(body.name)))) throw new Refusal('not-found')
    return undefined
  })
}
