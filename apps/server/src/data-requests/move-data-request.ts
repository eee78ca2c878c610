import { moveDataRequestRoute } from '@an-sinh/contract'
import { decideDataRequestMove, findForbiddenCharacter } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { recordNotice, tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type DataRequestRow, insertDataRequestMove, lockDataRequestsOf } from './data-request-queries.ts'
import { requireDeskRequest, showDataRequestCase } from './open-data-request-case.ts'
import { stateOf } from './to-data-request-answer.ts'

type Moved = { state: 'answered' | 'done' | 'refused'; note: string; moveNo: number }

const tell = async (platform: Platform, transaction: Transaction, row: DataRequestRow, { state, note, moveNo }: Moved): Promise<void> => {
  const { personId, requestId, fileNumber } = row
  const told = {
    key: `data-request/${requestId}/${moveNo}`,
    content: { event: 'data-request-moved', fileNumber, state, note },
    subjectId: requestId,
  } as const
  const account = await findAccount(transaction, personId)
  if (account === null) await recordNotice(transaction, personId, told)
  else await tellPerson(platform, transaction, account, told)
}

/** Of two clerks at once one moves it, by the number of the move; the other is told. The person reads the note as it is written. */
export function moveDataRequest(server: Server, platform: Platform): void {
  addRoute(server, moveDataRequestRoute, ({ params: { requestId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const note = body.note.trim()
    if (findForbiddenCharacter(note) !== null) throw new Refusal('bad-text', { fields: [{ field: 'note', code: 'bad-text' }] })
    if (body.move !== 'answer' && note === '')
      throw new Refusal('data-request-note-missing', { fields: [{ field: 'note', code: 'data-request-note-missing' }] })
    return inTransaction(platform, async (transaction) => {
      const { person } = await requireDeskRequest(transaction, actor, requestId)
      const { personId } = person
      await lockDataRequestsOf(transaction, personId)
      const { row } = await requireDeskRequest(transaction, actor, requestId)
      if (row.moves.length !== body.version) throw new Refusal('version-conflict')
      const state = decideDataRequestMove(stateOf(row), body.move, 'staff')
      if (state === null || state === 'received' || state === 'withdrawn') throw new Refusal('data-request-closed')
      const moveNo = row.moves.length + 1
      if (!(await insertDataRequestMove(transaction, row, { moveNo, state, actorKind: 'staff', note })))
        throw new Refusal('version-conflict')
      await tell(platform, transaction, row, { state, note, moveNo })
      const details = { fileNumber: row.fileNumber, state }
      await recordAudit(transaction, { actor, action: 'data-request-moved', personId, requestId: request.id, details })
      return showDataRequestCase(transaction, actor, requestId)
    })
  })
}
