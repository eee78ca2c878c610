import { createHash } from 'node:crypto'
import { startFromRegisterRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { csvCell, MOST_PIECE_BYTES, openFileKey, writePiece } from '../import-files/index.ts'
import { settleUpload } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { toRosterImport } from '../roster-previews/index.ts'
import { findRosterSubject, startRosterBatch } from '../rosters/index.ts'
import { listParticipants, type Participant } from './participant-queries.ts'

/** As many rows as a sheet may have. */
const MOST = 200_000
const HEADINGS = ['Họ và tên', 'Ngày sinh', 'Mã số BHXH', 'Số định danh/CCCD']

const writeCsv = (people: readonly Participant[]): Buffer =>
  Buffer.from(
    `\uFEFF${[
      HEADINGS,
      ...people.map(({ fullName, bornOn, insuranceNumber, nationalId }) => [fullName, bornOn, insuranceNumber, nationalId ?? '']),
    ]
      .map((cells) => cells.map((cell) => csvCell(cell, ',')).join(','))
      .join('\r\n')}\r\n`,
  )

/**
 * The agency writes the list that the employer would have to write: it goes the way of every file, with a preview, a yes and an undo. A line
 * already kept stays as it is; what the employer declared is all that it holds.
 */
export function startRosterFromRegister(server: Server, platform: Platform): void {
  addRoute(server, startFromRegisterRoute, async ({ request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId } = actor
    await platform.limits.consume('roster-preview', `employer/${employerId}`)
    const people = await listParticipants(platform.sql, employerId, MOST)
    if (people.length === 0) throw new Refusal('roster-register-empty')
    const bytes = writeCsv(people)
    const { kind: entryKind, today } = await findRosterSubject(platform.sql, employerId)
    const batch = await startRosterBatch(platform, {
      employerId,
      officerId: null,
      entryKind,
      covers: 'part',
      fileName: `dang-tham-gia-${today}.csv`,
      fileFormat: 'csv',
      fileBytes: bytes.length,
      fileSha256: createHash('sha256').update(bytes).digest(),
    })
    if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) return toRosterImport(platform.sql, batch)
    const file = { batchId: batch.batchId, key: openFileKey(platform, batch.batchId, batch.fileKeyEncrypted) }
    for (let at = 0; at < bytes.length; at += MOST_PIECE_BYTES)
      await writePiece(platform, file, at, bytes.subarray(at, at + MOST_PIECE_BYTES))
    const settled = await settleUpload(platform, batch)
    await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, {
        actor,
        action: 'roster-from-register',
        requestId: request.id,
        details: { employerId, batchId: settled.batchId, people: people.length },
      })
      await platform.jobs.send(transaction, 'process-import', { batchId: settled.batchId })
    })
    return toRosterImport(platform.sql, settled)
  })
}
