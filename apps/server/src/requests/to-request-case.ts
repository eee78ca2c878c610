import type { RequestCase } from '@an-sinh/contract'
import {
  type CorrectableLine,
  CORRECTABLE_FIELDS,
  CORRECTION_PROBLEM_SENTENCES,
  CORRECTION_STATE_RULES,
  findMoveReason,
  findRequestReason,
  maskPhone,
  PHOTO_KINDS,
  readCorrectedValue,
  REMOVABLE_LINES,
  REQUEST_REASONS,
} from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { listDocuments, listPhotoHints } from '../documents/index.ts'
import { renderSms } from '../message-texts/index.ts'
import type { PersonRow } from '../persons/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import {
  type CorrectionRequestRow,
  type DeskRequestRow,
  findCorrectableLine,
  findCorrectionRequest,
  readToday,
} from '../procedures/index.ts'
import { findLastDecision } from './request-decision-queries.ts'
import { toDecisionContent } from './request-messages.ts'

/** Cell by cell: as the person saw it, as it stands now, as the person wants it. */
const toFields = (row: CorrectionRequestRow, now: CorrectableLine | null, today: string): RequestCase['fields'] =>
  row.lineShown.facts.map(({ field, label, value }) => {
    const wanted = row.wanted.find((one) => one.field === field)?.value ?? null
    const read = wanted === null ? null : readCorrectedValue(row.lineKind, field, wanted, today)
    return {
      field,
      label,
      shown: value,
      now: now?.facts.find((fact) => fact.field === field)?.value ?? null,
      wanted,
      holds: CORRECTABLE_FIELDS[row.lineKind][field] ?? null,
      suggested: read?.ok === true ? (read.value ?? '–') : null,
    }
  })

const toReasons = (fileNumber: string): RequestCase['reasons'] =>
  REQUEST_REASONS.map((reason) => ({
    code: reason.code,
    for: reason.for,
    clerkText: reason.clerk,
    citizenSentence: reason.citizen,
    nextStep: reason.nextStep,
    smsText: renderSms(toDecisionContent({ fileNumber }, { kind: reason.for, reasonCode: reason.code })),
  }))

const toHistory = ({ moves }: CorrectionRequestRow): RequestCase['history'] =>
  moves.map(({ state, at, reasonCode, said }) => ({
    state,
    at,
    said,
    sentence: CORRECTION_STATE_RULES[state].sentence,
    reason: reasonCode === null ? null : (findRequestReason(reasonCode)?.clerk ?? findMoveReason(reasonCode)?.citizen ?? null),
  }))

const toDecision = async (sql: Queryable, actor: StaffActor, row: DeskRequestRow): Promise<RequestCase['decision']> => {
  const decision = await findLastDecision(sql, row.personId, row.requestId)
  if (decision === null || decision.undoneWhy === 'by-hand') return null
  const { decisionId, kind, staffName, running, undoneWhy } = decision
  return {
    decisionId,
    kind,
    staffName,
    undoneWhy,
    decidedAt: decision.decidedAt.toISOString(),
    releasesAt: decision.releasesAt.toISOString(),
    released: decision.releasedAt !== null,
    undoable: running && (decision.staffId === actor.staffId || actor.role === 'supervisor'),
  }
}

const toPhotos = async (platform: Platform, requestId: string): Promise<Pick<RequestCase, 'photos' | 'idCard'>> => {
  const photos = await listDocuments(platform, platform.sql, requestId)
  const idCard = photos.find((photo) => photo.idCard !== null)?.idCard ?? null
  return {
    photos: PHOTO_KINDS.flatMap((kind) =>
      photos
        .filter((photo) => photo.kind === kind)
        .map((photo) => {
          const { documentId, widthPx, heightPx } = photo
          return { kind, documentId, widthPx, heightPx, hints: listPhotoHints(photo) }
        }),
    ),
    idCard: idCard && { fullName: idCard.fullName, bornOn: idCard.bornOn, nationalId: idCard.nationalId },
  }
}

/** A request as the clerk sees it. */
export async function toRequestCase(platform: Platform, actor: StaffActor, desk: DeskRequestRow, person: PersonRow): Promise<RequestCase> {
  const { sql } = platform
  const { personId, requestId, fileNumber } = desk
  const row = requireFound(await findCorrectionRequest(sql, personId, requestId), 'not-found')
  const now = await findCorrectableLine(sql, personId, { kind: row.lineKind, lineId: row.lineId })
  const account = await findAccount(sql, personId)
  const { fullName, bornOn, insuranceNumber } = person
  const line = (one: CorrectableLine) => ({ title: one.title, facts: [...one.facts], source: one.source })
  return {
    requestId,
    fileNumber,
    version: desk.version,
    purpose: row.purpose,
    kind: row.lineKind,
    state: desk.state,
    sentAt: row.sentAt.toISOString(),
    dueOn: desk.dueOn,
    person: { fullName, bornOn, insuranceNumber, phoneMasked: account === null ? null : maskPhone(account.phone) },
    problem: CORRECTION_PROBLEM_SENTENCES[row.problem],
    what: row.what,
    shown: line(row.lineShown),
    now: now && line(now),
    fields: toFields(row, now, await readToday(sql)),
    removable: REMOVABLE_LINES.includes(row.lineKind),
    ...(await toPhotos(platform, requestId)),
    history: toHistory(row),
    reasons: toReasons(fileNumber),
    acceptSms: renderSms(toDecisionContent({ fileNumber }, { kind: 'accept', reasonCode: null })),
    decision: await toDecision(sql, actor, desk),
  }
}
