import { finishTicketPhotoRoute, getTicketPhotoRoute, sendTicketPhotoPieceRoute, startTicketPhotoRoute } from '@an-sinh/contract'
import { appendPiece } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { requireFound } from '../platform/refusal.ts'
import { findTicket } from '../tickets/index.ts'
import { announcePhoto, keepPhoto, type LoadTicket, readPhoto, requireOpen } from './keep-photo.ts'

/** @throws Refusal `not-found`, for another person's as for one that never was */
const loadOwn =
  (personId: number, reportId: string): LoadTicket =>
  async (sql) =>
    requireFound(await findTicket(sql, personId, reportId), 'not-found')

/** Of whoever is signed in; they also see again what they sent. */
export function ownPhotos(server: Server, platform: Platform): void {
  addRoute(server, startTicketPhotoRoute, async ({ params: { reportId }, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    const row = await requireOpen(platform.sql, loadOwn(personId, reportId))
    await platform.limits.consume('photo-start', `person/${personId}`)
    return announcePhoto(platform, row, body)
  })
  addRoute(server, sendTicketPhotoPieceRoute, async ({ params: { reportId, uploadId }, request }) => {
    await requireOpen(platform.sql, loadOwn(requireActor(request, 'citizen').personId, reportId))
    const { offset } = await appendPiece(platform, { registrationId: reportId, uploadId, ...readPiece(request) })
    return { offset }
  })
  addRoute(server, finishTicketPhotoRoute, ({ params: { reportId, uploadId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const load = loadOwn(actor.personId, reportId)
    return keepPhoto(platform, { reportId, uploadId, load }, { actor, requestId: request.id })
  })
  addRoute(server, getTicketPhotoRoute, async ({ params: { reportId, kind }, request, reply }) => {
    await loadOwn(requireActor(request, 'citizen').personId, reportId)(platform.sql)
    return reply.type('image/jpeg').send((await readPhoto(platform, reportId, kind)).bytes)
  })
}
