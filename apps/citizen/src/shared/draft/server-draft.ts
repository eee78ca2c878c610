import type { Registration } from '@an-sinh/contract'
import type { PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import { findCode } from '../api/failure.ts'
import { type Draft, type DraftFields, type DraftPhoto, makeDraft } from './draft.ts'
import { changeDraft, openDraft, readDraft, renewDraft } from './draft-store.ts'

/** What the server says counts: version, proved phone, privacy text. */
export const noteRegistration = ({ registrationId, version, privacyTextVersion, phoneProved, phoneMasked }: Registration): void =>
  changeDraft(registrationId, (draft) => ({
    ...draft,
    serverVersion: version,
    privacyVersion: privacyTextVersion,
    provedPhone: phoneProved ? (phoneMasked ?? '') : null,
  }))

const currentId = (): string => {
  const state = readDraft()
  if (state.status !== 'ready') throw new Error('no draft is open')
  return state.draft.registrationId
}

const start = async (registrationId: string): Promise<Registration> => call('POST /api/registrations', { body: { registrationId } })

/**
 * Makes the draft known to the server, once: repeating it answers the same. When this browser is no longer known as its owner (cookies
 * wiped), the answers go on under a new id. Throws `Failure`.
 */
export const startAtServer = async (): Promise<Registration> => {
  const registrationId = currentId()
  let registration: Registration
  try {
    registration = await start(registrationId)
  } catch (failure) {
    if (findCode(failure) !== 'registration-not-yours') throw failure
    await renewDraft(registrationId)
    registration = await start(currentId())
  }
  noteRegistration(registration)
  return registration
}

const splitBirth = (bornOn: string): DraftFields['birth'] => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { day, month, year }
}

/** The photos that lie at the server already, as a draft knows them. */
const photosOf = ({ photos }: Registration): Draft['photos'] =>
  Object.fromEntries(
    photos.map((photo): [PhotoKind, DraftPhoto] => [
      photo.kind,
      {
        uploadId: photo.documentId,
        sizeBytes: photo.sizeBytes,
        sha256: '',
        faults: [],
        tries: 1,
        face: null,
        card: null,
        state: 'sent',
        seen: photo,
        refusal: null,
      },
    ]),
  )

const fieldsOf = ({ answers, office }: Registration): Partial<DraftFields> => {
  if (answers === null) return {}
  return {
    fullName: answers.fullName,
    paper: answers.passportNumber === null ? 'national-id' : 'passport',
    nationalId: answers.nationalId ?? '',
    passportNumber: answers.passportNumber ?? '',
    nationality: answers.nationality,
    insuranceNumber: answers.insuranceNumber ?? '',
    insuranceNumberForgotten: answers.insuranceNumberForgotten,
    birth: splitBirth(answers.bornOn),
    birthYearOnly: answers.bornOn.length === 4,
    sex: answers.sex,
    email: answers.email ?? '',
    provinceCode: answers.provinceCode,
    wardCode: answers.wardCode,
    street: answers.street,
    oldAddress: answers.oldAddress,
    officeChoice: answers.officeChoice,
    officeId: answers.officeId,
    officeProvinceCode: office?.provinceCode ?? null,
    placeNames: { province: '', ward: '', office: office?.name ?? '' },
    employerMayPrint: answers.employerMayPrint,
  }
}

/** Merges what lies at the server into the draft's photos; a photo taken here and not yet sent stays. */
export const notePhotos = (registration: Registration): void =>
  changeDraft(registration.registrationId, (draft) => {
    const here = Object.fromEntries(Object.entries(draft.photos).filter(([, photo]) => photo.state !== 'sent'))
    return { ...draft, serverVersion: registration.version, photos: { ...photosOf(registration), ...here } }
  })

/** Opens a registration that was sent before, or begun elsewhere, as a draft to correct. */
export const openForCorrection = (registration: Registration): void => {
  const empty = makeDraft(registration.registrationId, Date.now())
  openDraft({
    ...empty,
    serverVersion: registration.version,
    privacyVersion: registration.privacyTextVersion,
    provedPhone: registration.phoneProved ? (registration.phoneMasked ?? '') : null,
    fields: { ...empty.fields, ...fieldsOf(registration) },
    photos: photosOf(registration),
  })
}
