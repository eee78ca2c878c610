import type { Answers, IdCardFacts, Photo } from '@an-sinh/contract'
import type { PhotoKind } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'

/** Everything as typed: a draft is never corrected behind the person's back. */
export type DraftFields = {
  readonly fullName: string
  readonly paper: 'national-id' | 'passport'
  readonly nationalId: string
  readonly passportNumber: string
  readonly nationality: string
  readonly insuranceNumber: string
  readonly insuranceNumberForgotten: boolean
  readonly birth: DateBoxes
  readonly birthYearOnly: boolean
  readonly sex: 'male' | 'female' | null
  readonly phone: string
  readonly email: string
  readonly provinceCode: string | null
  readonly wardCode: string | null
  readonly street: string
  readonly oldAddress: string | null
  /** Names beside the codes, so that the check page needs no list and no network. */
  readonly placeNames: { readonly province: string; readonly ward: string; readonly office: string }
  readonly officeChoice: Answers['officeChoice'] | null
  readonly officeProvinceCode: string | null
  readonly officeId: number | null
  readonly employerMayPrint: boolean
}

/** A photo taken here. Its bytes lie beside the draft, sealed under `photoName`. */
export type DraftPhoto = {
  readonly uploadId: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly faults: readonly string[]
  readonly tries: number
  readonly face: string | null
  /** The card's QR as this device read it; the server reads it too. */
  readonly card: IdCardFacts | null
  readonly state: 'kept' | 'sent' | 'refused'
  /** What the server saw, once sent; its refusal's sentence, when refused. */
  readonly seen: Photo | null
  readonly refusal: string | null
}

/** The one intent of a draft: send it. Repeating it with the same version has the effect once. */
export type Submission = {
  readonly answers: Answers
  readonly version: number
  readonly state: 'waiting' | 'stopped'
  /** Why it stopped, in the server's words. */
  readonly refusal: { readonly code: string; readonly sentence: string; readonly nextStep: string; readonly requestId: string } | null
}

export type Draft = {
  readonly schemaVersion: 1
  readonly registrationId: string
  /** `photos`: this phone took over the photo step of a computer and knows nothing else. */
  readonly scope: 'own' | 'photos'
  readonly touchedAt: number
  readonly fields: DraftFields
  /** Version of the registration at the server that these answers are based on; null while it does not exist there. */
  readonly serverVersion: number | null
  readonly privacyVersion: string | null
  /** As the server masks it; null while no phone is proved. */
  readonly provedPhone: string | null
  readonly photos: Readonly<Partial<Record<PhotoKind, DraftPhoto>>>
  readonly submission: Submission | null
  readonly delivery: { readonly attempts: number; readonly lastError: string | null }
}

const EMPTY_FIELDS: DraftFields = {
  fullName: '',
  paper: 'national-id',
  nationalId: '',
  passportNumber: '',
  nationality: 'VN',
  insuranceNumber: '',
  insuranceNumberForgotten: false,
  birth: { day: '', month: '', year: '' },
  birthYearOnly: false,
  sex: null,
  phone: '',
  email: '',
  provinceCode: null,
  wardCode: null,
  street: '',
  oldAddress: null,
  placeNames: { province: '', ward: '', office: '' },
  officeChoice: null,
  officeProvinceCode: null,
  officeId: null,
  employerMayPrint: false,
}

/** An empty draft under an id made here: the server learns it with the first call and repeats nothing. */
export const makeDraft = (registrationId: string, now: number): Draft => ({
  schemaVersion: 1,
  registrationId,
  scope: 'own',
  touchedAt: now,
  fields: EMPTY_FIELDS,
  serverVersion: null,
  privacyVersion: null,
  provedPhone: null,
  photos: {},
  submission: null,
  delivery: { attempts: 0, lastError: null },
})

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** A stored draft of this schema version; fields that a newer build added are filled with their empty value. */
export const parseDraft = (value: unknown): Draft | null => {
  if (!isObject(value) || value['schemaVersion'] !== 1 || typeof value['registrationId'] !== 'string') return null
  const draft = value as Draft
  return { ...makeDraft(draft.registrationId, draft.touchedAt), ...draft, fields: { ...EMPTY_FIELDS, ...draft.fields } }
}
