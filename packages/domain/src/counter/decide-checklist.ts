import type { Bilingual } from '../values/index.ts'
import type { CivilDate } from '../calendar/index.ts'
import { DOCUMENT_KINDS, listDocumentKinds, type DocumentKindCode } from './document-kinds.ts'

export const CHECKLIST_ITEM_CODES = ['document-kind', 'original-seen', 'face-matches', 'signature-present', 'data-matches'] as const
export type ChecklistItemCode = (typeof CHECKLIST_ITEM_CODES)[number]

export type ChecklistItem = { readonly code: ChecklistItemCode; readonly label: Bilingual; readonly source: string }

const LETTER = 'Hà Nội Social Insurance, letter carrying out plan 4489/KH-BHXH, step 1'

/** In-person proofing that the software enforces: each item is marked by itself, none is ticked beforehand (NIST SP 800-63A-4, IAL2). */
export const CHECKLIST_ITEMS: readonly ChecklistItem[] = [
  {
    code: 'document-kind',
    label: { vi: 'Loại giấy tờ tùy thân xuất trình', en: 'Kind of identity document shown' },
    source: LETTER,
  },
  {
    code: 'original-seen',
    label: { vi: 'Đã xem bản chính, còn hạn, không tẩy xóa', en: 'Original seen, not expired, not altered' },
    source: LETTER,
  },
  {
    code: 'face-matches',
    label: {
      vi: 'Người đến nộp đúng là người trong ảnh giấy tờ và ảnh chân dung',
      en: 'The person is the one on the document and the portrait',
    },
    source: 'NIST SP 800-63A-4 §4.2, IAL2 in person',
  },
  {
    code: 'signature-present',
    label: { vi: 'Tờ khai có chữ ký và ghi rõ họ tên', en: 'The form is signed with the full name' },
    source: LETTER,
  },
  {
    code: 'data-matches',
    label: { vi: 'Thông tin trên tờ khai khớp với bản chính', en: 'The form agrees with the original' },
    source: 'Decision 838/QĐ-BHXH of 29/5/2017',
  },
]

/** The clerk's marks: the kind of document by its code, the other items true or false; null or absent is not yet marked. */
export type ChecklistMarks = { readonly 'document-kind'?: DocumentKindCode | null } & {
  readonly [Item in Exclude<ChecklistItemCode, 'document-kind'>]?: boolean | null
}

/**
 * Marks from what a desk sends: the kind of document and the codes of the items ticked. An item not ticked is not marked; unknown codes are
 * dropped.
 */
export const readChecklistMarks = (documentKind: string | null, ticked: readonly string[]): ChecklistMarks => ({
  'document-kind': DOCUMENT_KINDS.find((kind) => kind.code === documentKind)?.code ?? null,
  ...Object.fromEntries(
    CHECKLIST_ITEM_CODES.filter((code) => code !== 'document-kind' && ticked.includes(code)).map((code) => [code, true]),
  ),
})

export type ChecklistOutcome = {
  /** Every item is marked. */
  readonly complete: boolean
  /** Every item is marked good, and the document is of a kind in force. */
  readonly passed: boolean
  readonly missing: readonly ChecklistItemCode[]
  readonly failed: readonly ChecklistItemCode[]
}

/** Reads the marks; with `on` the kind of document must be in force that day, for a foreigner a passport. */
export const decideChecklist = (
  marks: ChecklistMarks,
  facts: { readonly on?: CivilDate; readonly foreigner?: boolean } = {},
): ChecklistOutcome => {
  const { on, foreigner } = facts
  const isKindInForce = on === undefined || listDocumentKinds(on, foreigner).some((kind) => kind.code === marks['document-kind'])
  const missing = CHECKLIST_ITEM_CODES.filter((code) => marks[code] === null || marks[code] === undefined)
  const failed = CHECKLIST_ITEM_CODES.filter(
    (code) => !missing.includes(code) && (marks[code] === false || (code === 'document-kind' && !isKindInForce)),
  )
  return { complete: missing.length === 0, passed: missing.length === 0 && failed.length === 0, missing, failed }
}
