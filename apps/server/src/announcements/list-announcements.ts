import { listAnnouncementsRoute } from '@an-sinh/contract'
import { listSpokenFor } from '../incidents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listReceivingOffices } from '../reference/index.ts'
import { listAnnouncements as listRows } from './announcement-queries.ts'
import { toAnnouncement } from './to-announcement.ts'

export function listAnnouncements(server: Server, { sql }: Platform): void {
  addRoute(server, listAnnouncementsRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const own = await listSpokenFor(sql, actor)
    const offices = (await listReceivingOffices(sql)).filter(({ officeId }) => own === null || own.includes(officeId))
    return {
      announcements: (await listRows(sql, own)).map((row) => toAnnouncement(row, actor)),
      everywhere: own === null,
      offices: offices.map(({ officeId, name }) => ({ officeId, name })),
    }
  })
}
