import { expect, test } from 'vitest'
import { type Draft, type DraftPhoto, makeDraft } from '../draft/draft.ts'
import { firstOpenStep } from '../steps/steps.ts'
import { readAnswers } from './read-answers.ts'
import { listContactFaults, readEmail } from './read-contact.ts'

const PHOTO: DraftPhoto = {
  uploadId: 'u',
  sizeBytes: 1,
  sha256: '',
  faults: [],
  tries: 1,
  face: null,
  card: null,
  state: 'kept',
  seen: null,
  refusal: null,
}
const EMPTY = makeDraft('r', 0)
const FULL: Draft = {
  ...EMPTY,
  privacyVersion: '1',
  provedPhone: '09•• ••001',
  photos: { 'id-front': PHOTO, 'id-back': PHOTO, portrait: PHOTO },
  fields: {
    ...EMPTY.fields,
    fullName: 'Lê Văn Ví Dụ',
    nationalId: '099090000028',
    birth: { day: '2', month: '9', year: '1990' },
    sex: 'male',
    email: ' thu@example.invalid ',
    provinceCode: '01',
    wardCode: '00004',
    street: '  Số 1,  phố Mẫu ',
    officeChoice: 'residence',
    officeId: 102,
  },
}

test('a full draft becomes the answers of the contract', () => {
  expect(readAnswers(FULL, '2026-11-23')).toEqual({
    answers: {
      fullName: 'Lê Văn Ví Dụ',
      nationalId: '099090000028',
      passportNumber: null,
      nationality: 'VN',
      insuranceNumber: null,
      insuranceNumberForgotten: true,
      bornOn: '1990-09-02',
      sex: 'male',
      email: 'thu@example.invalid',
      provinceCode: '01',
      wardCode: '00004',
      street: 'Số 1, phố Mẫu',
      oldAddress: null,
      officeId: 102,
      officeChoice: 'residence',
      employerMayPrint: false,
    },
  })
})

test('an empty draft names every step that is open', () => {
  expect(readAnswers(EMPTY, '2026-11-23')).toEqual({ open: ['identity', 'privacy', 'phone', 'address', 'office', 'photos'] })
})

test('a refused photo opens its step again; one that waits for the network does not', () => {
  const refused = { ...FULL, photos: { ...FULL.photos, portrait: { ...PHOTO, state: 'refused' as const } } }
  expect(readAnswers(refused, '2026-11-23')).toEqual({ open: ['photos'] })
})

test('a draft is taken up at its first open step', () => {
  expect(firstOpenStep(EMPTY)).toBe('identity')
  expect(firstOpenStep({ ...FULL, provedPhone: null })).toBe('phone')
  expect(firstOpenStep(FULL)).toBe('check')
})

test('phone and e-mail are judged together, the e-mail may stay empty', () => {
  expect(listContactFaults('095 123 4567', '')).toEqual([])
  expect(listContactFaults('', 'x@y')).toEqual([
    { field: 'phone', code: 'phone-empty' },
    { field: 'email', code: 'email-shape' },
  ])
  expect(listContactFaults('+4915112345678', '')).toEqual([{ field: 'phone', code: 'phone-foreign' }])
  expect(readEmail('')).toBeNull()
  expect(readEmail('a b@example.invalid')).toBeUndefined()
  expect(readEmail(`${'a'.repeat(100_000)}@`)).toBeUndefined()
})
