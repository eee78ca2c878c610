import { startImportRoute } from '@an-sinh/contract'
import { findFileOffset } from '../import-files/index.ts'
import { type ImportKinds, startBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { toImportAnswer } from './to-import-answer.ts'

/** Announces a file. A half-sent or finished upload of the same bytes is found again by its hash. */
export function startImport(server: Server, platform: Platform, kinds: ImportKinds): void {
  addRoute(server, startImportRoute, async ({ body, request }) => {
    const { staffId } = requireActor(request, 'staff')
    const kind = requireFound(
      kinds.find(({ name }) => name === body.kind),
      'import-kind-unknown',
    )
    if (!kind.formats.includes(body.fileFormat)) throw new Refusal('import-format')
    const batch = await startBatch(platform, {
      kind: body.kind,
      fileName: body.fileName,
      fileFormat: body.fileFormat,
      fileBytes: body.sizeBytes,
      fileSha256: Buffer.from(body.sha256, 'hex'),
      source: body.source === '' ? body.fileName : body.source,
      sentByStaffId: staffId,
    })
    const offset = batch.state === 'uploading' ? await findFileOffset(platform, batch.batchId) : batch.fileBytes
    return { import: toImportAnswer(batch), offset }
  })
}
