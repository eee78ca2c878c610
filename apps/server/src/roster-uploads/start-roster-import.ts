import { startRosterImportRoute } from '@an-sinh/contract'
import { findFileOffset } from '../import-files/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toRosterImport } from '../roster-previews/index.ts'
import { findRosterSubject, startRosterBatch } from '../rosters/index.ts'

/** Announces a list. Previews are counted: each asks the register once about every line (docs/decisions/0035). */
export function startRosterImport(server: Server, platform: Platform): void {
  addRoute(server, startRosterImportRoute, async ({ body, request }) => {
    const { employerId, officerId } = requireActor(request, 'employer')
    await platform.limits.consume('roster-preview', `employer/${employerId}`)
    const { kind: entryKind } = await findRosterSubject(platform.sql, employerId)
    const batch = await startRosterBatch(platform, {
      employerId,
      officerId,
      entryKind,
      covers: body.covers,
      fileName: body.fileName,
      fileFormat: body.fileFormat,
      fileBytes: body.sizeBytes,
      fileSha256: Buffer.from(body.sha256, 'hex'),
    })
    const offset = batch.state === 'uploading' ? await findFileOffset(platform, batch.batchId) : batch.fileBytes
    return { import: await toRosterImport(platform.sql, batch), offset }
  })
}
