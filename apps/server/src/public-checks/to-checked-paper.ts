import type { CheckedPaper } from '@an-sinh/contract'
import { type Bilingual, formatDateVi } from '@an-sinh/domain'
import type { CheckedBadge } from '../agent-badges/index.ts'
import type { HandOver } from '../batches/index.ts'
import type { FoundPaper } from '../paper-codes/index.ts'
import type { CheckedStatement } from '../statements/index.ts'

const NOTHING = {
  title: null,
  period: null,
  issuedAt: null,
  validFrom: null,
  validUntil: null,
  shared: [],
  file: 'not-asked',
  sample: false,
} satisfies Partial<CheckedPaper>

/** The same for a guess, a slip that passed, and a paper of somebody else’s making. */
export const UNKNOWN_PAPER: CheckedPaper = { ...NOTHING, kind: null, state: 'unknown' }

const TITLES = {
  'health-card': { vi: 'Thẻ bảo hiểm y tế, bản in cỡ ví', en: 'Health-insurance card, printed in wallet size' },
  receipt: { vi: 'Giấy tiếp nhận Tờ khai Mẫu số 01', en: 'Receipt for Form 01' },
  'hand-over': { vi: 'Biên bản giao nhận Tờ khai Mẫu số 01', en: 'Hand-over receipt for Forms 01' },
  'agent-badge': { vi: 'Thẻ đại lý thu', en: 'Badge of a collection agent' },
} as const satisfies Record<string, Bilingual>

export const ofStatement = (statement: CheckedStatement): CheckedPaper => ({ ...NOTHING, ...statement, kind: 'statement' })

type Standing = { asPrinted: boolean; fileAsked: boolean }

/** A card that the register tells otherwise today is taken back; the receipt of a day stays true. */
export const ofPaper = (
  { kind, issuedAt, validUntil, today, shared, isOurFile }: FoundPaper,
  { asPrinted, fileAsked }: Standing,
): CheckedPaper => {
  const hasRunOut = validUntil !== null && validUntil < today
  const state = hasRunOut ? 'expired' : kind === 'health-card' && !asPrinted ? 'withdrawn' : 'valid'
  return {
    ...NOTHING,
    kind,
    state,
    title: TITLES[kind],
    issuedAt: issuedAt.toISOString(),
    validUntil,
    shared: state === 'valid' ? structuredClone([...shared]) : [],
    file: !fileAsked ? 'not-asked' : isOurFile ? 'unchanged' : 'other',
  }
}

const line = (vi: string, en: string, value: string): CheckedPaper['shared'][number] => ({
  label: { vi, en },
  value: { vi: value, en: value },
})

/** Who the badge is for is no secret: it hangs where money is taken. */
export const ofBadge = ({ state, badge }: CheckedBadge): CheckedPaper => {
  if (badge === null) return state === 'altered' ? { ...NOTHING, kind: 'agent-badge', state } : UNKNOWN_PAPER
  return {
    ...NOTHING,
    kind: 'agent-badge',
    state,
    title: TITLES['agent-badge'],
    validFrom: badge.validFrom,
    validUntil: badge.validTo,
    sample: badge.sample,
    shared: [
      line('Điểm thu', 'Collection point', `${badge.pointName} (${badge.pointCode})`),
      line('Tổ chức dịch vụ thu', 'Agent', badge.agentName),
      line('Địa chỉ', 'Address', badge.address),
      ...(badge.phone === null ? [] : [line('Điện thoại', 'Phone', badge.phone)]),
      ...(badge.authorityNumber === null ? [] : [line('Số hợp đồng uỷ quyền', 'Number of the authorisation', badge.authorityNumber)]),
      line('Uỷ quyền từ', 'Authorised from', formatDateVi(badge.validFrom)),
    ],
  }
}

/** Counts and the office; neither the employer nor a person. */
export const ofHandOver = (found: HandOver | null): CheckedPaper => {
  if (found === null) return UNKNOWN_PAPER
  return {
    ...NOTHING,
    kind: 'hand-over',
    state: 'valid',
    title: TITLES['hand-over'],
    issuedAt: found.handedOverAt.toISOString(),
    shared: [
      line('Số bảng kê', 'Number of the list', found.batchNumber),
      line('Cơ quan BHXH', 'Office', found.officeName),
      line('Đã nhận', 'Received', `${found.received} / ${found.expected}`),
    ],
  }
}
