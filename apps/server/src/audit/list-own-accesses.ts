import { listOwnAccessesRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { type AccessRow, findReaderName, listAccesses } from './audit-queries.ts'
import { describeAccess } from './describe-access.ts'

/** Who else than the person itself signed in and looked. */
const otherReaders = (rows: readonly AccessRow[], personId: number): string[] => {
  const ids = rows.flatMap(({ actorKind, actorId }) => (actorKind === 'citizen' && actorId !== null ? [actorId] : []))
  return [...new Set(ids)].filter((id) => id !== String(personId))
}

export function listOwnAccesses(server: Server, platform: Platform): void {
  addRoute(server, listOwnAccessesRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rows = await listAccesses(platform.sql, personId)
    const others = otherReaders(rows, personId)
    const names = new Map(await Promise.all(others.map(async (id) => [id, await findReaderName(platform.sql, Number(id))] as const)))
    return {
      accesses: rows.map((row) => ({
        at: row.at.toISOString(),
        ...describeAccess(
          { ...row, readerName: row.actorKind === 'citizen' ? (names.get(row.actorId ?? '') ?? null) : null },
          request.headers['accept-language'],
        ),
        officeName: row.officeName,
      })),
    }
  })
}
