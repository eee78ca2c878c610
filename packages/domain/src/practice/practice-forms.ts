import type { Bilingual } from '../values/index.ts'

/** What may be wrong with a practice form; `none`: it is in order. */
export const PRACTICE_FAULTS = [
  'none',
  'name-letter',
  'day-month',
  'number-digit',
  'unsigned',
  'card-expired',
  'face-of-another',
  'photo-blurred',
  'register-of-another',
] as const
export type PracticeFault = (typeof PRACTICE_FAULTS)[number]

type Side = { readonly fullName: string; readonly bornOn: string; readonly nationalId: string; readonly insuranceNumber: string }
export type PracticeForm = {
  readonly declared: Side
  readonly registered: Side
  /** What the clerk would see on the desk: card, face, form, photo. */
  readonly seen: readonly Bilingual[]
  readonly fault: PracticeFault
}

/** The decision that is right for each fault: the reason's code of a return, or an approval. */
export const PRACTICE_ANSWERS: Readonly<Record<PracticeFault, { readonly decision: 'approve' | 'return'; readonly why: Bilingual }>> = {
  none: { decision: 'approve', why: { vi: 'Mọi mục đều khớp: chấp nhận.', en: 'Everything agrees: approve.' } },
  'name-letter': {
    decision: 'return',
    why: {
      vi: 'Họ tên trên tờ khai khác bản chính một chữ: trả lại để sửa.',
      en: 'The name differs from the original by a letter: return it.',
    },
  },
  'day-month': {
    decision: 'return',
    why: { vi: 'Ngày và tháng sinh bị đảo: trả lại để sửa.', en: 'Day and month of birth are swapped: return it.' },
  },
  'number-digit': {
    decision: 'return',
    why: { vi: 'Số định danh sai một chữ số: trả lại để sửa.', en: 'One digit of the id is wrong: return it.' },
  },
  unsigned: { decision: 'return', why: { vi: 'Tờ khai chưa ký: trả lại.', en: 'The form is not signed: return it.' } },
  'card-expired': { decision: 'return', why: { vi: 'Thẻ đã hết hạn: trả lại.', en: 'The card has expired: return it.' } },
  'face-of-another': {
    decision: 'return',
    why: { vi: 'Người đến không giống ảnh: không chấp nhận.', en: 'The person does not look like the photo: do not approve.' },
  },
  'photo-blurred': { decision: 'return', why: { vi: 'Ảnh không đọc được: trả lại.', en: 'The photo cannot be read: return it.' } },
  'register-of-another': {
    decision: 'return',
    why: { vi: 'Mã số thuộc người khác: không chấp nhận.', en: 'The number belongs to somebody else: do not approve.' },
  },
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Bùi', 'Võ'] as const
const GIVEN = ['Thị Mẫu', 'Văn Thử', 'Minh Tập', 'Thu Hà', 'Đức Anh', 'Ngọc Lan'] as const

/** Whole numbers that follow a seed (Park and Miller 1988): the same seed is the same form. */
const drawsOf = (seed: number): ((below: number) => number) => {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
const two = (value: number): string => String(value).padStart(2, '0')

/** People who do not exist: numbers of the ranges that belong to nobody (99…, 099…). */
const drawSide = (draw: (below: number) => number): Side => {
  const year = 1955 + draw(45)
  const serial = String(draw(1_000_000)).padStart(6, '0')
  return {
    fullName: `${FAMILIES[draw(FAMILIES.length)] ?? ''} ${GIVEN[draw(GIVEN.length)] ?? ''}`,
    // Day and month can change places, and are never the same.
    bornOn: `${year}-${two(1 + draw(5))}-${two(6 + draw(7))}`,
    nationalId: `099${draw(2)}${String(year).slice(2)}${serial}`,
    insuranceNumber: `99${String(draw(100_000_000)).padStart(8, '0')}`,
  }
}

const spoil = (side: Side, fault: PracticeFault): Side => {
  const { fullName, bornOn, nationalId } = side
  if (fault === 'name-letter') return { ...side, fullName: `${fullName.slice(0, -1)}${fullName.endsWith('n') ? 'm' : 'n'}` }
  if (fault === 'day-month') return { ...side, bornOn: `${bornOn.slice(0, 5)}${bornOn.slice(8)}-${bornOn.slice(5, 7)}` }
  if (fault !== 'number-digit') return side
  return { ...side, nationalId: `${nationalId.slice(0, 9)}${(Number(nationalId[9]) + 3) % 10}${nationalId.slice(10)}` }
}

const seenOf = (fault: PracticeFault): Bilingual[] => [
  fault === 'card-expired'
    ? { vi: 'Thẻ: bản chính, hết hạn từ năm ngoái.', en: 'Card: the original, expired last year.' }
    : { vi: 'Thẻ: bản chính, còn hạn.', en: 'Card: the original, still valid.' },
  fault === 'face-of-another'
    ? { vi: 'Người đến: không giống ảnh trên thẻ.', en: 'The person: does not look like the photo on the card.' }
    : { vi: 'Người đến: giống ảnh trên thẻ.', en: 'The person: looks like the photo on the card.' },
  fault === 'unsigned'
    ? { vi: 'Tờ khai: ô chữ ký để trống.', en: 'Form: the signature is missing.' }
    : { vi: 'Tờ khai: có chữ ký và họ tên.', en: 'Form: signed, with the full name.' },
  fault === 'photo-blurred'
    ? { vi: 'Ảnh mặt trước thẻ: nhoè, không đọc được số.', en: 'Photo of the card: blurred, the number cannot be read.' }
    : { vi: 'Ảnh mặt trước thẻ: đọc được.', en: 'Photo of the card: readable.' },
]

/** A form of a seed: about two of five are in order, so that approving everything or returning everything is not the way. */
export const makePracticeForm = (seed: number): PracticeForm => {
  const draw = drawsOf(seed)
  const registered = drawSide(draw)
  const inOrder = draw(5) < 2
  const fault = inOrder ? 'none' : (PRACTICE_FAULTS[1 + draw(PRACTICE_FAULTS.length - 1)] ?? 'none')
  const other = drawSide(draw)
  const shown = fault === 'register-of-another' ? { ...other, insuranceNumber: registered.insuranceNumber } : registered
  return { fault, declared: spoil(registered, fault), registered: shown, seen: seenOf(fault) }
}

/** An average over fewer people would tell about one of them. */
export const LEAST_CLERKS_FOR_AVERAGE = 5
