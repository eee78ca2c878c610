import { PHOTO_KINDS } from '@an-sinh/domain'
import type { Draft } from '../draft/draft.ts'

export type StepName = 'identity' | 'privacy' | 'phone' | 'address' | 'office' | 'photos' | 'check'

/** The registration's screens in their order, and where each lives. */
export const STEPS: readonly { readonly name: StepName; readonly path: string }[] = [
  { name: 'identity', path: '/dang-ky/thong-tin' },
  { name: 'privacy', path: '/dang-ky/du-lieu' },
  { name: 'phone', path: '/dang-ky/dien-thoai' },
  { name: 'address', path: '/dang-ky/dia-chi' },
  { name: 'office', path: '/dang-ky/co-quan' },
  { name: 'photos', path: '/dang-ky/anh' },
  { name: 'check', path: '/dang-ky/kiem-tra' },
]

/** Where the registration begins: the drafts on this device, or a new one. */
export const START_PATH = '/dang-ky'

const at = (name: StepName): number => STEPS.findIndex((step) => step.name === name)

/** Path of a step. */
export const pathOf = (name: StepName): string => STEPS[at(name)]?.path ?? START_PATH
const nextPath = (name: StepName): string => STEPS[at(name) + 1]?.path ?? START_PATH
export const previousPath = (name: StepName): string => STEPS[at(name) - 1]?.path ?? START_PATH
export const placeOf = (name: StepName): { readonly step: number; readonly steps: number } => ({ step: at(name) + 1, steps: STEPS.length })

/** Whether a step was answered at all; whether it was answered well is said on its own screen and on the last one. */
const ANSWERED: Readonly<Record<StepName, (draft: Draft) => boolean>> = {
  identity: ({ fields }) => fields.fullName !== '' && fields.birth.year !== '' && fields.sex !== null,
  privacy: (draft) => draft.privacyVersion !== null,
  phone: (draft) => draft.provedPhone !== null,
  address: ({ fields }) => fields.wardCode !== null,
  office: ({ fields }) => fields.officeId !== null,
  photos: ({ photos }) => PHOTO_KINDS.every((kind) => photos[kind]?.state === 'kept' || photos[kind]?.state === 'sent'),
  check: () => false,
}

/** The first step still to be answered: where a draft is taken up again. */
export const firstOpenStep = (draft: Draft): StepName => STEPS.find((step) => !ANSWERED[step.name](draft))?.name ?? 'check'

/** Where a step leads: onwards, or straight back to the answers when all are given and this one was only changed. */
export const pathAfter = (name: StepName, draft: Draft): string => (firstOpenStep(draft) === 'check' ? pathOf('check') : nextPath(name))
