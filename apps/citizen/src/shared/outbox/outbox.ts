import { PHOTO_KINDS, type PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import { Failure, isPassing } from '../api/failure.ts'
import type { Draft, DraftPhoto, Submission } from '../draft/draft.ts'
import { changeDraft, changePhoto, dropDraft, findPhoto, readDraft } from '../draft/draft-store.ts'
import { backOffMs } from './back-off.ts'
import { refusalOf, sendLetters } from './send-letters.ts'
import { uploadPhoto } from './upload-photo.ts'

let running: Promise<void> | null = null
let wanted = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Only the photo that was sent gets the result: it may have been taken anew meanwhile. */
const settlePhoto = (draft: Draft, kind: PhotoKind, sent: DraftPhoto, result: Partial<DraftPhoto>): void =>
  changePhoto(draft.registrationId, kind, (now) => (now === undefined || now.uploadId === sent.uploadId ? { ...sent, ...result } : now))

const sendPhoto = async (draft: Draft, kind: PhotoKind, photo: DraftPhoto): Promise<void> => {
  const bytes = await findPhoto(draft.registrationId, kind)
  // The browser lost the picture: said, not hidden, and the person takes it anew.
  if (bytes === null) return settlePhoto(draft, kind, photo, { state: 'refused', refusal: null })
  const hints = { faults: photo.faults, tries: photo.tries, face: photo.face }
  try {
    const seen = await uploadPhoto({
      registrationId: draft.registrationId,
      kind,
      uploadId: photo.uploadId,
      sha256: photo.sha256,
      bytes,
      hints,
    })
    settlePhoto(draft, kind, photo, { state: 'sent', seen, refusal: null })
  } catch (failure) {
    if (isPassing(failure) || !(failure instanceof Failure)) throw failure
    if (failure.status === 429) throw failure
    settlePhoto(draft, kind, photo, { state: 'refused', refusal: failure.refusal?.sentence ?? null })
  }
}

/** A photo that the server refused, or that lies elsewhere, must not be waited for by the rest. */
const nextPhoto = (draft: Draft): [PhotoKind, DraftPhoto] | null => {
  // Before the privacy text was accepted at the server no photo leaves the device.
  if (draft.privacyVersion === null) return null
  for (const kind of PHOTO_KINDS) {
    const photo = draft.photos[kind]
    if (photo?.state === 'kept') return [kind, photo]
  }
  return null
}

const submit = async (draft: Draft, { answers, version }: Submission): Promise<void> => {
  const { registrationId } = draft
  try {
    await call('POST /api/registrations/:registrationId/submission', { params: { registrationId }, body: { answers, version } })
  } catch (failure) {
    if (isPassing(failure) || !(failure instanceof Failure) || failure.status === 429) throw failure
    const refusal = refusalOf(failure)
    changeDraft(registrationId, (now) => ({
      ...now,
      submission: now.submission === null ? null : { ...now.submission, state: 'stopped', refusal },
    }))
    return
  }
  await dropDraft(registrationId, true)
}

/** Sends what waits, photos first. Throws what may pass by itself. */
const sendAll = async (): Promise<void> => {
  for (;;) {
    const state = readDraft()
    if (state.status !== 'ready') return
    const photo = nextPhoto(state.draft)
    if (photo !== null) await sendPhoto(state.draft, ...photo)
    else if (state.draft.submission?.state === 'waiting') await submit(state.draft, state.draft.submission)
    else return
  }
}

const noteAttempt = (lastError: string | null): number => {
  const state = readDraft()
  if (state.status !== 'ready') return 0
  const attempts = lastError === null ? 0 : state.draft.delivery.attempts + 1
  if (attempts !== state.draft.delivery.attempts)
    changeDraft(state.draft.registrationId, (draft) => ({ ...draft, delivery: { attempts, lastError } }))
  return attempts
}

const pauseAfter = (failure: unknown, attempts: number): number => {
  const tryAgainAt = failure instanceof Failure ? failure.refusal?.tryAgainAt : undefined
  return Math.max(backOffMs(attempts, Math.random()), tryAgainAt === undefined ? 0 : Date.parse(tryAgainAt) - Date.now())
}

/** Sends the draft that is open here. Answers in how many milliseconds to try again; null when there is nothing to try. */
const attemptDraft = async (): Promise<number | null> => {
  try {
    await sendAll()
    noteAttempt(null)
    return null
  } catch (failure) {
    return pauseAfter(failure, noteAttempt(failure instanceof Failure ? failure.message : 'bug'))
  }
}

/** Without a place on the disk there are no letters. */
const attemptLetters = async (): Promise<number | null> => sendLetters().catch(() => null)

const attempt = async (): Promise<void> => {
  clearTimeout(timer)
  const pauses = [await attemptDraft(), await attemptLetters()].filter((pause) => pause !== null)
  if (pauses.length > 0) timer = setTimeout(() => void wakeOutbox(), Math.min(...pauses))
}

/** Two tabs do not send the same thing at once. */
const attemptAlone = async (): Promise<void> => (navigator.locks === undefined ? attempt() : navigator.locks.request('outbox', attempt))

const runWhileWanted = async (): Promise<void> => {
  try {
    while (wanted) {
      wanted = false
      await attemptAlone()
    }
  } finally {
    // In the same breath as the last look at `wanted`: no call falls between.
    running = null
  }
}

/** Sends what waits, now. One at a time: a call meanwhile makes it look once more. */
export const wakeOutbox = async (): Promise<void> => {
  wanted = true
  running ??= runWhileWanted()
  return running
}
