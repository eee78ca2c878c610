import type { RosterLine } from '@an-sinh/contract'
import { readRosterLine, type RosterLineField, type RosterLineTexts } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction, type Transaction } from '../platform/transaction.ts'
import { findLine, findRosterSubject, type LineRow } from './roster-line-queries.ts'

export const toRosterLine = ({ recordedAt, ...row }: LineRow): RosterLine => ({
  entryId: row.entryId,
  kind: row.kind,
  fullName: row.fullName,
  bornOn: row.bornOn,
  sex: row.sex,
  nationalId: row.nationalId,
  idExpiresOn: row.idExpiresOn,
  insuranceNumber: row.insuranceNumber,
  employeeNumber: row.employeeNumber,
  department: row.department,
  shift: row.shift,
  workPhone: row.workPhone,
  workEmail: row.workEmail,
  joinedOn: row.joinedOn,
  leftOn: row.leftOn,
  recordedAt: recordedAt.toISOString(),
  origins: row.origins,
})

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/** What was typed, read as a line of this employer. @throws Refusal `roster-line-wrong` */
export async function readTyped(
  transaction: Transaction,
  employerId: number,
  typed: Readonly<Record<RosterLineField, string>>,
): Promise<{ line: RosterLineTexts; kind: 'employee' | 'pupil' }> {
  const { kind, today } = await findRosterSubject(transaction, employerId)
  const read = readRosterLine(typed, { kind, today })
  if (!read.ok) throw new Refusal('roster-line-wrong', { fields: read.faults.map(({ field }) => ({ field, code: 'roster-line-wrong' })) })
  return { line: read.line, kind }
}

export type By = { employerId: number; officerId: number }

/** One change by hand: with an employer's rights only, audited, answered as the line stands now. @throws Refusal `roster-line-known`, `not-found` */
export async function writeRosterLine(
  platform: Platform,
  request: FastifyRequest,
  action: string,
  write: (transaction: Transaction, by: By) => Promise<{ changeId: string; entryId: string } | null>,
): Promise<{ line: RosterLine; changeId: string }> {
  const actor = requireActor(request, 'employer')
  const { employerId, officerId } = actor
  try {
    return await inEmployerTransaction(platform, async (transaction) => {
      const { changeId, entryId } = requireFound(await write(transaction, { employerId, officerId }), 'not-found')
      await recordAudit(transaction, { actor, action, requestId: request.id, details: { employerId, entryId, changeId } })
      const line = await findLine(transaction, employerId, entryId)
      return { changeId, line: toRosterLine(requireFound(line, 'not-found')) }
    })
  } catch (error) {
    throw isTaken(error) ? new Refusal('roster-line-known') : error
  }
}
