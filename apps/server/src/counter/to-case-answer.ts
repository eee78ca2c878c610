import type { Case, RegisterPerson } from '@an-sinh/contract'
import { CHECKLIST_ITEMS, DECISION_REASONS, type Difference, listDocumentKinds, maskPhone, PHOTO_KINDS } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { findEmployerName } from '../contributions/index.ts'
import {
  compareWithPerson,
  findStandingDecision,
  isOneDesk,
  listCandidates,
  listLocks,
  messageKeyOf,
  timingOf,
  toReasonContent,
} from '../decisions/index.ts'
import { listDocuments, listPhotoHints } from '../documents/index.ts'
import { renderSms } from '../message-texts/index.ts'
import { findMessageState } from '../messages/index.ts'
import type { PersonCandidate } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, findWard, toOfficeAnswer } from '../reference/index.ts'
import { decryptFormCode, listMoves, readToday, type SubmittedRegistration } from '../registrations/index.ts'
import { listStaffNames } from './counter-queries.ts'

/** Numbers of telephones are compared in full and shown in part. */
const toDifferenceAnswer = ({
  field,
  verdict,
  rule,
  severity,
  declared,
  registered,
}: Difference): RegisterPerson['differences'][number] => {
  const show = (value: string | null): string | null => (value === null || field !== 'phone' ? value : maskPhone(value))
  return { field, verdict, rule, severity, declared: show(declared), registered: show(registered) }
}

const toPersonAnswer = async (sql: Queryable, row: SubmittedRegistration, person: PersonCandidate): Promise<RegisterPerson> => {
  const { personId, fullName, bornOn, sex, insuranceNumber, nationalId, address, phoneOnFile, foundBy } = person
  return {
    personId,
    fullName,
    bornOn,
    sex,
    insuranceNumber,
    nationalId,
    address,
    foundBy,
    phoneMasked: phoneOnFile === null ? null : maskPhone(phoneOnFile),
    employerName: await findEmployerName(sql, personId),
    died: person.diedOn !== null,
    merged: person.mergedIntoPersonId !== null,
    accountState: (await findAccount(sql, personId))?.state ?? null,
    differences: compareWithPerson(row, person).map(toDifferenceAnswer),
  }
}

/** Reasons are the same for every case; the message shows this case's number. */
const toReasons = (fileNumber: string): Case['reasons'] =>
  DECISION_REASONS.map((reason) => ({
    code: reason.code,
    for: reason.for,
    clerkText: { vi: reason.clerkVi, en: reason.clerkEn },
    citizenSentence: { vi: reason.citizenVi, en: reason.citizenEn },
    nextStep: { vi: reason.nextStepVi, en: reason.nextStepEn },
    smsText: renderSms(toReasonContent(reason.for, fileNumber, [reason.code])),
  }))

const ACTOR_WORDS: Readonly<Record<string, { vi: string; en: string }>> = {
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  citizen: { vi: 'Người nộp', en: 'Applicant' },
  system: { vi: 'Hệ thống', en: 'System' },
  staff: { vi: 'Cán bộ', en: 'Staff' },
}

const toHistory = async (sql: Queryable, registrationId: string, language: 'vi' | 'en'): Promise<Case['history']> => {
  const moves = await listMoves(sql, registrationId)
  const names = await listStaffNames(
    sql,
    moves.flatMap((move) => (move.actorKind === 'staff' ? [Number(move.actorId)] : [])),
  )
  return moves.map(({ move, toState, at, actorKind, actorId, reasonCodes }) => ({
    move,
    toState,
    reasonCodes,
    at: at.toISOString(),
    by: (actorKind === 'staff' ? names.get(Number(actorId)) : undefined) ?? ACTOR_WORDS[actorKind]?.[language] ?? actorKind,
  }))
}

const toDecision = async (sql: Queryable, actor: StaffActor, registrationId: string): Promise<Case['decision']> => {
  const decision = await findStandingDecision(sql, registrationId)
  if (decision === null) return null
  const { decisionId, kind, reasonCodes, staffName, staffId } = decision
  return {
    decisionId,
    kind,
    reasonCodes,
    staffName,
    decidedAt: decision.decidedAt.toISOString(),
    releasesAt: decision.releasesAt.toISOString(),
    undoable: decision.running && (staffId === actor.staffId || actor.role === 'supervisor'),
    messageState: await findMessageState(sql, messageKeyOf(decisionId, 'sms')),
  }
}

const toLock = async (sql: Queryable, actor: StaffActor, registrationId: string): Promise<Case['lock']> => {
  const [lock] = await listLocks(sql, [registrationId])
  return lock === undefined ? null : { staffName: lock.staffName, mine: lock.staffId === actor.staffId, until: lock.until.toISOString() }
}

/** Front, back, portrait, as they lie on the desk. */
const toPhotos = async (platform: Platform, registrationId: string): Promise<Case['photos']> => {
  const photos = await listDocuments(platform, platform.sql, registrationId)
  const inOrder = PHOTO_KINDS.flatMap((kind) => photos.filter((photo) => photo.kind === kind).map((photo) => ({ kind, photo })))
  return inOrder.map(({ kind, photo }) => {
    const { documentId, widthPx, heightPx, idCard, face } = photo
    return {
      kind,
      documentId,
      widthPx,
      heightPx,
      hints: listPhotoHints(photo),
      face,
      idCard: idCard && {
        nationalId: idCard.nationalId,
        fullName: idCard.fullName,
        bornOn: idCard.bornOn,
        sex: idCard.sex,
        address: idCard.address,
        issuedOn: idCard.issuedOn,
      },
    }
  })
}

/** A submitted registration as the clerk sees it: declared, register and photos side by side. */
export async function toCaseAnswer(
  platform: Platform,
  actor: StaffActor,
  row: SubmittedRegistration,
  language: 'vi' | 'en',
): Promise<Case> {
  const { sql } = platform
  const { registrationId, state, version, fileNumber, declared, dueOn, graceEndsOn, marks } = row
  const today = await readToday(sql)
  const office = await findStandingOffice(sql, row.officeId)
  const ward = await findWard(sql, declared.wardCode)
  const formCode = decryptFormCode(platform, row)
  if (office === null || formCode === null) throw new Refusal('not-found')
  const persons: RegisterPerson[] = []
  for (const person of await listCandidates(sql, row)) persons.push(await toPersonAnswer(sql, row, person))
  return {
    registrationId,
    state,
    version,
    fileNumber,
    formCode,
    declared,
    dueOn,
    graceEndsOn,
    marks,
    persons,
    office: toOfficeAnswer(office),
    elsewhere: !(await isOneDesk(sql, row.officeId, actor.officeId)),
    submittedAt: row.submittedAt.toISOString(),
    timing: timingOf(row, today),
    provinceName: ward?.provinceName ?? '',
    wardName: ward?.wardName ?? '',
    phoneMasked: maskPhone(row.provedPhone),
    photos: await toPhotos(platform, registrationId),
    documentKinds: listDocumentKinds(today, declared.nationality !== 'VN').map(({ code, labelVi, labelEn }) => ({
      code,
      label: { vi: labelVi, en: labelEn },
    })),
    checklist: CHECKLIST_ITEMS.map(({ code, label }) => ({ code, label })),
    reasons: toReasons(fileNumber),
    lock: await toLock(sql, actor, registrationId),
    decision: await toDecision(sql, actor, registrationId),
    history: await toHistory(sql, registrationId, language),
  }
}
