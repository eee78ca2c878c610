// @vitest-environment node
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listNames, sealJson } from '../store/sealed-records.ts'
import { type DraftPhoto, makeDraft, parseDraft } from './draft.ts'
import { changeFields, draftWritten, dropDraft, findPhoto, keepPhoto, listDrafts, openDraft, readDraft, renewDraft } from './draft-store.ts'

const PHOTO: DraftPhoto = {
  uploadId: 'u',
  sizeBytes: 3,
  sha256: 'h',
  faults: ['blurred'],
  tries: 2,
  face: null,
  card: null,
  state: 'sent',
  seen: null,
  refusal: null,
}

test('what was typed is on the disk a moment later, exactly as typed', async () => {
  const { registrationId } = makeDraft(randomUUID(), Date.now())
  openDraft(makeDraft(registrationId, Date.now()))
  changeFields(registrationId, { fullName: 'Nguyê' })
  changeFields(registrationId, { fullName: 'Nguyễn Thị ' })
  await draftWritten()
  const stored = (await listDrafts()).find((draft) => draft.registrationId === registrationId)
  expect(stored?.fields.fullName).toBe('Nguyễn Thị ')
  await dropDraft(registrationId)
})

test('a change to a draft that is no longer on screen changes nothing', () => {
  const [first, second] = [makeDraft(randomUUID(), 1), makeDraft(randomUUID(), 1)]
  openDraft(first)
  openDraft(second)
  changeFields(first.registrationId, { fullName: 'Người Khác' })
  const state = readDraft()
  expect(state.status === 'ready' && state.draft.fields.fullName).toBe('')
})

test('dropping a draft wipes its photos too', async () => {
  const draft = makeDraft(randomUUID(), Date.now())
  openDraft(draft)
  await keepPhoto(draft.registrationId, 'portrait', new Uint8Array([1, 2, 3]).buffer, PHOTO)
  expect(await findPhoto(draft.registrationId, 'portrait')).not.toBeNull()
  await dropDraft(draft.registrationId)
  expect(await listNames(`draft:${draft.registrationId}`)).toEqual([])
  expect(await listNames(`photo:${draft.registrationId}`)).toEqual([])
})

test('when the server forgot this browser, answers and photos go on under a new id and are sent again', async () => {
  const draft = makeDraft(randomUUID(), Date.now())
  openDraft({ ...draft, provedPhone: '09•• ••001', privacyVersion: '1', serverVersion: 4 })
  changeFields(draft.registrationId, { fullName: 'Lê Văn Ví Dụ' })
  await keepPhoto(draft.registrationId, 'id-front', new Uint8Array([4, 5]).buffer, PHOTO)
  await renewDraft(draft.registrationId)
  const state = readDraft()
  if (state.status !== 'ready') throw new Error('the draft is gone')
  expect(state.draft.registrationId).not.toBe(draft.registrationId)
  expect(state.draft).toMatchObject({ provedPhone: null, privacyVersion: null, serverVersion: null, fields: { fullName: 'Lê Văn Ví Dụ' } })
  expect(state.draft.photos['id-front']).toMatchObject({ state: 'kept', faults: ['blurred'], tries: 2 })
  expect(new Uint8Array((await findPhoto(state.draft.registrationId, 'id-front')) ?? new ArrayBuffer(0))).toEqual(new Uint8Array([4, 5]))
  expect(await listNames(`photo:${draft.registrationId}`)).toEqual([])
  await dropDraft(state.draft.registrationId)
})

test('a draft of an unknown shape is left out, and one of an older build is completed', async () => {
  await sealJson('draft:strange', 'strange', { schemaVersion: 99 })
  expect((await listDrafts()).some((draft) => draft.registrationId === 'strange')).toBe(false)
  const older = { schemaVersion: 1, registrationId: 'x', touchedAt: 5, fields: { fullName: 'A' } }
  expect(parseDraft(older)).toMatchObject({ touchedAt: 5, scope: 'own', fields: { fullName: 'A', nationality: 'VN' }, photos: {} })
  expect(parseDraft('text')).toBeNull()
})
