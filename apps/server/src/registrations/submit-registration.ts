import { type Answers, submitRegistrationRoute } from '@an-sinh/contract'
import { formatFileNumber, PHOTO_KINDS } from '@an-sinh/domain'
import { listDocuments } from '../documents/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findOffice } from '../reference/index.ts'
import { makeStoredFormCode } from './form-code.ts'
import { moveRegistration } from './move-registration.ts'
import { type FieldFault, parseAnswers } from './parse-answers.ts'
import { findRegistration, readToday, takeSerial } from './registration-queries.ts'
import type { RegistrationRow } from './registration-row.ts'
import { scheduleReminders, settleDeadline } from './settle-deadline.ts'
import { toRegistrationAnswer } from './to-registration-answer.ts'

type Submission = { actor: Actor; answers: Answers; version: number; requestId: string }
/** `photosDue` false at a counter: the original paper and its holder stand there. */
export type AnswersSent = Submission & { photosDue: boolean }

/** The same version sent again (a double tap, a second tab, a lost answer) gets the receipt that was made the first time. */
const isRepeat = (row: RegistrationRow, version: number): boolean => row.submittedVersion === version && row.state !== 'draft'

const requireOpen = (row: RegistrationRow, version: number): void => {
  if (row.state !== 'draft' && row.state !== 'returned' && row.state !== 'expired') throw new Refusal('move-not-allowed')
  if (row.version !== version) throw new Refusal('version-conflict')
}

/** What must be there beside the answers; told together with their faults. */
const listMissing = (row: RegistrationRow, kinds: readonly string[], photosDue: boolean): FieldFault[] => [
  ...(row.privacyTextVersion === null ? [{ field: 'privacyTextVersion', code: 'privacy-not-read' } as const] : []),
  ...(row.provedPhone === null ? [{ field: 'phone', code: 'phone-not-proved' } as const] : []),
  ...(!photosDue || PHOTO_KINDS.every((kind) => kinds.includes(kind)) ? [] : [{ field: 'photos', code: 'photos-missing' } as const]),
]

/** Parsed answers, or one refusal that names every fault at once. */
const requireComplete = async (platform: Platform, row: RegistrationRow, { answers: sent, photosDue }: AnswersSent): Promise<Answers> => {
  const parsed = await parseAnswers(platform.sql, sent, await readToday(platform.sql))
  const photos = await listDocuments(platform, platform.sql, row.registrationId)
  const missing = listMissing(
    row,
    photos.map((photo) => photo.kind),
    photosDue,
  )
  const fields = [...(parsed.ok ? [] : parsed.faults), ...missing]
  const [first] = fields
  if (!parsed.ok || first !== undefined) throw new Refusal(first?.code ?? 'bad-request', { fields })
  return parsed.answers
}

/** A first submission gets number and code; one sent again keeps them: they stand on paper already. */
const numberFile = async (platform: Platform, transaction: Transaction, row: RegistrationRow, officeId: number, today: string) => {
  if (row.fileNumber !== null) return {}
  const { formCodeHmac, formCodeEncrypted } = await makeStoredFormCode(platform, transaction, row.registrationId)
  const office = requireFound(await findOffice(transaction, officeId), 'office-unknown')
  const year = Number(today.slice(0, 4))
  const serial = await takeSerial(transaction, officeId, year)
  const fileNumber = formatFileNumber({ officeCode: office.officialCode ?? office.provisionalCode, year, serial })
  return { fileNumber, formCodeHmac, formCodeEncrypted, submittedAt: 'now', submittedOn: today } as const
}

/** From a draft: submit and prepare the form, two moves of the table; after a return or expiry: re-open. A new clock starts either way. */
const makeMoves = async (
  platform: Platform,
  transaction: Transaction,
  row: RegistrationRow,
  { actor, answers, version, requestId }: Submission,
): Promise<RegistrationRow> => {
  const { registrationId } = row
  const today = await readToday(transaction)
  const deadline = await settleDeadline(transaction, answers.officeId, { clockStartedOn: today, extensions: 0 })
  const numbered = await numberFile(platform, transaction, row, answers.officeId, today)
  const declared = {
    declared: answers,
    email: answers.email,
    officeId: answers.officeId,
    employerMayPrint: answers.employerMayPrint,
    submittedVersion: version,
  }
  const set = { ...declared, ...numbered, ...deadline, applicantExtensions: 0 }
  const details = { dueOn: deadline.dueOn, officeId: answers.officeId }
  if (row.state !== 'draft')
    return moveRegistration(platform, transaction, {
      registrationId,
      move: 'reopen',
      actor,
      expectedVersion: version,
      set,
      details,
      requestId,
    })
  await moveRegistration(platform, transaction, {
    registrationId,
    move: 'submit',
    actor,
    expectedVersion: version,
    set,
    details,
    requestId,
  })
  return moveRegistration(platform, transaction, {
    registrationId,
    move: 'prepare-form',
    actor: { kind: 'system', job: 'submit' },
    requestId,
  })
}

const tell = async (platform: Platform, transaction: Transaction, row: RegistrationRow): Promise<void> => {
  const { registrationId, fileNumber, dueOn, provedPhone, email, version } = row
  if (fileNumber === null || dueOn === null || provedPhone === null) throw new Error('a submitted registration lacks number, date or phone')
  const content = { event: 'submitted', fileNumber, dueOn } as const
  const key = `submitted/${registrationId}/${version}`
  await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/sms`, content, to: { phone: provedPhone }, registrationId })
  if (email !== null)
    await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/email`, content, to: { email }, registrationId })
}

const submit = async (platform: Platform, registrationId: string, submission: Submission): Promise<RegistrationRow> =>
  inTransaction(platform, async (transaction) => {
    const row = requireFound(await findRegistration(transaction, registrationId, 'for-update'), 'registration-not-yours')
    if (isRepeat(row, submission.version)) return row
    requireOpen(row, submission.version)
    // Counted here and not before: of two tabs one counts. Counters have connections of their own.
    await platform.limits.consume('registration-submit', row.provedPhone ?? registrationId)
    const submitted = await makeMoves(platform, transaction, row, submission)
    await scheduleReminders(platform, transaction, submitted)
    await tell(platform, transaction, submitted)
    // The register is asked later, by a job: neither the answer nor its time depends on it.
    await platform.jobs.send(transaction, 'mark-registration', { registrationId })
    return submitted
  })

/**
 * Checks everything at once and submits. Whoever calls has checked whose registration it is.
 * @throws Refusal `move-not-allowed`, `version-conflict`, `too-many` and one that names every fault of the answers
 */
export async function submitAnswers(platform: Platform, registrationId: string, sent: AnswersSent): Promise<RegistrationRow> {
  const row = requireFound(await findRegistration(platform.sql, registrationId), 'registration-not-yours')
  if (isRepeat(row, sent.version)) return row
  requireOpen(row, sent.version)
  const answers = await requireComplete(platform, row, sent)
  const { actor, version, requestId } = sent
  return submit(platform, registrationId, { actor, answers, version, requestId })
}

/** Sends a registration, or sends it again after a return or expiry. */
export function submitRegistration(server: Server, platform: Platform): void {
  addRoute(server, submitRegistrationRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'applicant')
    const sent = { actor, answers: body.answers, version: body.version, requestId: request.id, photosDue: true }
    return toRegistrationAnswer(platform, platform.sql, await submitAnswers(platform, registrationId, sent))
  })
}
