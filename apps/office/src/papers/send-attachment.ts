import type { BodyOf, finishAttachmentRoute, sendAttachmentPieceRoute, startAttachmentRoute } from '@an-sinh/contract'
import { callApi, sendBytes } from '../shared/call-api.ts'

export type AttachmentKind = BodyOf<typeof startAttachmentRoute>['kind']

/** One request's worth for pictures. */
const PIECE_BYTES = 65_536
const ATTACHMENTS = '/api/counter/registrations/:registrationId/attachments'

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Sends a picture in pieces, going on where an earlier try stopped. `onSent` is told the share that is there, 0 to 1. */
export async function sendAttachment(
  registrationId: string,
  { kind, picture }: { kind: AttachmentKind; picture: Blob },
  onSent: (share: number) => void = () => undefined,
): Promise<void> {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await picture.arrayBuffer()))
  const announced = { uploadId: crypto.randomUUID(), kind, sizeBytes: picture.size, sha256 }
  const started = await callApi<typeof startAttachmentRoute>('POST', ATTACHMENTS, { params: { registrationId }, body: announced })
  const params = { registrationId, uploadId: started.uploadId }
  for (let { offset } = started; offset < picture.size;) {
    onSent(offset / picture.size)
    const bytes = picture.slice(offset, offset + PIECE_BYTES)
    const headers = { 'upload-offset': String(offset) }
    offset = (await sendBytes<typeof sendAttachmentPieceRoute>('PATCH', `${ATTACHMENTS}/:uploadId`, { params, bytes, headers })).offset
  }
  onSent(1)
  await callApi<typeof finishAttachmentRoute>('POST', `${ATTACHMENTS}/:uploadId/completion`, { params })
}
