import type { Registration } from '@an-sinh/contract'
import { findDeadlineRule, findDecisionReason, listMoves as listPossibleMoves, maskPhone, REGISTRATION_STATES } from '@an-sinh/domain'
import { listDocuments, toPhotoAnswer } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, toOfficeAnswer } from '../reference/index.ts'
import { decryptFormCode } from './form-code.ts'
import { listMoves, readToday } from './registration-queries.ts'
import type { RegistrationMoveLine, RegistrationRow } from './registration-row.ts'

const extensionsLeftOf = (row: RegistrationRow): number =>
  row.clockStartedOn === null ? 0 : Math.max(0, findDeadlineRule(row.clockStartedOn).maxExtensions - row.applicantExtensions)

/** What the applicant may do now, by the state table and the stored dates. */
const listRights = (row: RegistrationRow, today: string): Registration['may'] => {
  const rule = REGISTRATION_STATES[row.state]
  return {
    // An expired registration is corrected by sending it again: the same form, re-opened.
    correct: rule.mayCorrect || listPossibleMoves(row.state, 'applicant').includes('reopen'),
    print: rule.mayPrint,
    extend: rule.mayExtend && extensionsLeftOf(row) > 0 && row.graceEndsOn !== null && today <= row.graceEndsOn,
    changeOffice: rule.mayChangeOffice,
    withdraw: rule.mayWithdraw,
  }
}

/** The reasons of the last return or refusal, as the citizen reads them; none once the registration has moved on. */
const listReasons = (row: RegistrationRow, moves: readonly RegistrationMoveLine[]): Registration['reasons'] => {
  if (row.state !== 'returned' && row.state !== 'refused') return []
  const codes = moves.findLast((move) => move.toState === row.state && move.fromState !== row.state)?.reasonCodes ?? []
  return codes.flatMap((code) => {
    const reason = findDecisionReason(code)
    return reason === undefined || reason === null
      ? []
      : [{ code, sentence: { vi: reason.citizenVi, en: reason.citizenEn }, nextStep: { vi: reason.nextStepVi, en: reason.nextStepEn } }]
  })
}

/** A registration as its applicant sees it: nothing of the register, nothing of the clerk's marks. */
export async function toRegistrationAnswer(platform: Platform, sql: Queryable, row: RegistrationRow): Promise<Registration> {
  const moves = await listMoves(sql, row.registrationId)
  const office = row.officeId === null ? null : await findStandingOffice(sql, row.officeId)
  const rule = REGISTRATION_STATES[row.state]
  return {
    registrationId: row.registrationId,
    state: row.state,
    version: row.version,
    privacyTextVersion: row.privacyTextVersion,
    answers: row.declared,
    phoneMasked: row.provedPhone === null ? null : maskPhone(row.provedPhone),
    phoneProved: row.provedPhone !== null,
    photos: (await listDocuments(platform, sql, row.registrationId)).map(toPhotoAnswer),
    fileNumber: row.fileNumber,
    formCode: decryptFormCode(platform, row),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    dueOn: row.dueOn,
    graceEndsOn: row.graceEndsOn,
    extensionsLeft: extensionsLeftOf(row),
    office: office === null ? null : toOfficeAnswer(office),
    reads: rule.citizenReads,
    nextStep: rule.nextStep,
    reasons: listReasons(row, moves),
    may: listRights(row, await readToday(sql)),
    history: moves.map(({ move, toState, at }) => ({ move, toState, at: at.toISOString() })),
  }
}
