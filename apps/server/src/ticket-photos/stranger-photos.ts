import { finishStrangerPhotoRoute, sendStrangerPhotoPieceRoute, startStrangerPhotoRoute } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { appendPiece } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findStrangersTicket, requireStranger } from '../tickets/index.ts'
import { announcePhoto, keepPhoto, type LoadTicket, requireOpen } from './keep-photo.ts'

const PASS = /^[\w-]{43}$/u
type Upload = { reportId: string; uploadId: string }

const loadStrangers =
  (reportId: string): LoadTicket =>
  async (sql) =>
    requireFound(await findStrangersTicket(sql, reportId), 'ticket-unknown')

const labelOf = ({ reportId, uploadId }: Upload): string => `photo-pass/${reportId}/${uploadId}`

/** Whoever named number and code for this upload sends the rest of it by its pass. @throws Refusal `ticket-unknown` */
function requirePass({ keyring }: Platform, request: FastifyRequest, upload: Upload): void {
  const header = request.headers['upload-pass']
  const pass = typeof header === 'string' && PASS.test(header) ? header : ''
  if (!keyring.matches('ticket', labelOf(upload), Buffer.from(pass, 'base64url'))) throw new Refusal('ticket-unknown')
}

/**
 * Of somebody not signed in, who names the ticket by number and code once for each photo and then holds a pass for that photo alone. They do not
 * get the pictures back: whoever finds a note with number and code reads the talk, and sees no photo.
 */
export function strangerPhotos(server: Server, platform: Platform): void {
  addRoute(server, startStrangerPhotoRoute, async ({ body, request, reply }) => {
    const reportId = await requireStranger(platform, { request, reply }, body)
    const row = await requireOpen(platform.sql, loadStrangers(reportId))
    await platform.limits.consume('ticket-photo', reportId)
    const position = await announcePhoto(platform, row, body)
    return { ...position, pass: platform.keyring.hmac('ticket', labelOf({ reportId, uploadId: position.uploadId })).toString('base64url') }
  })
  addRoute(server, sendStrangerPhotoPieceRoute, async ({ params: { reportId, uploadId }, request }) => {
    requirePass(platform, request, { reportId, uploadId })
    await requireOpen(platform.sql, loadStrangers(reportId))
    const { offset } = await appendPiece(platform, { registrationId: reportId, uploadId, ...readPiece(request) })
    return { offset }
  })
  addRoute(server, finishStrangerPhotoRoute, async ({ params: { reportId, uploadId }, request }) => {
    requirePass(platform, request, { reportId, uploadId })
    const load = loadStrangers(reportId)
    return keepPhoto(platform, { reportId, uploadId, load }, { actor: { kind: 'anonymous' }, requestId: request.id })
  })
}
