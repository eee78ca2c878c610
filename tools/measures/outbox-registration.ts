import { randomUUID } from 'node:crypto'

import type { ModelDraft } from './outbox-bundle.ts'
import { takePhoto } from './outbox-photo.ts'
import type { Phone } from './outbox-phone.ts'

const ANSWERS = { fullName: 'Nguyễn Thị Thử Nghiệm' }

/** A registration with its photos, pressed "send". */
export async function register(run: Phone): Promise<void> {
  const { life } = run.device
  const outbox = run.outbox()
  const registrationId = randomUUID()
  const draft: ModelDraft = { ...outbox.makeDraft(registrationId, Date.now()), privacyVersion: '1', serverVersion: 1 }
  const state = outbox.readDraft()
  if (state.status === 'ready') return
  outbox.openDraft(draft)
  const uploads: string[] = []
  for (const kind of ['id-front', 'portrait']) {
    const { bytes, photo } = takePhoto(run.chance() < 0.1 ? 140_000 : 900, uploads.length)
    run.taken.add(photo.uploadId)
    await outbox.keepPhoto(registrationId, kind, bytes, photo)
    uploads.push(photo.uploadId)
  }
  outbox.changeDraft(registrationId, (now) => ({ ...now, submission: { answers: ANSWERS, version: 1, state: 'waiting', refusal: null } }))
  await outbox.draftWritten()
  if (life?.isAlive() !== true) return
  run.drafts.push({ registrationId, uploads })
  run.count('draft')
  void outbox.wakeOutbox()
}

/** "Refresh and ask": the registration at the server moved on; the person looks and sends again. */
export async function mendRegistration(run: Phone): Promise<void> {
  const state = run.outbox().readDraft()
  if (state.status !== 'ready') return
  const { registrationId, submission } = state.draft
  // One that was not sent yet is nobody's to send.
  if (submission === null || submission.state === 'waiting') return
  if (submission.refusal === null) run.stuck += 1
  const version = run.held.versions.get(registrationId) ?? 1
  run.outbox().changeDraft(registrationId, (now) => ({
    ...now,
    submission: { answers: ANSWERS, version, state: 'waiting', refusal: null },
  }))
  await run.outbox().draftWritten()
}
