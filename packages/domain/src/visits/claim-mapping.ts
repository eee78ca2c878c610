import type { ClaimTable } from './claim-fields.ts'

/** Which fields carry a value of ours; the first one that is filled counts. */
type FieldNames = readonly [string, ...string[]]

/** QĐ 4750 (as QĐ 130 and QĐ 3176) or the older QĐ 4210, told apart by the card's field. */
export const CLAIM_LAYOUTS = ['qd4750', 'qd4210'] as const
export type ClaimLayout = (typeof CLAIM_LAYOUTS)[number]

/** XML1. Names of QĐ 4750 first, names of QĐ 4210 (2017) after them. To be checked against the text of QĐ 4750. */
export const VISIT_MAPPING = {
  visitKey: ['MA_LK'],
  facilityCode: ['MA_CSKCB'],
  fullName: ['HO_TEN'],
  nationalId: ['SO_CCCD'],
  bornOn: ['NGAY_SINH'],
  cardNumbers: ['MA_THE_BHYT', 'MA_THE'],
  cardFacilities: ['MA_DKBD'],
  cardsValidFrom: ['GT_THE_TU'],
  cardsValidTo: ['GT_THE_DEN'],
  diagnosis: ['CHAN_DOAN_RV', 'TEN_BENH', 'CHAN_DOAN_VAO'],
  mainDiseaseCode: ['MA_BENH_CHINH', 'MA_BENH'],
  otherDiseaseCodes: ['MA_BENH_KT', 'MA_BENHKHAC'],
  admittedAt: ['NGAY_VAO'],
  dischargedAt: ['NGAY_RA'],
  kindCode: ['MA_LOAI_KCB'],
  reasonCode: ['MA_DOITUONG_KCB', 'MA_LYDO_VVIEN'],
  resultCode: ['KET_QUA_DTRI'],
  dischargeCode: ['MA_LOAI_RV', 'TINH_TRANG_RV'],
} as const satisfies Record<string, FieldNames>

/** The six totals of XML1 and the same six of one cost line: the sums are compared name by name. */
export const TOTALS_MAPPING = {
  totalVnd: ['T_TONGCHI_BV', 'T_TONGCHI'],
  coveredVnd: ['T_TONGCHI_BH', 'T_TONGCHI'],
  fundVnd: ['T_BHTT'],
  copaymentVnd: ['T_BNCCT'],
  ownVnd: ['T_BNTT'],
  otherVnd: ['T_NGUONKHAC'],
} as const satisfies Record<string, FieldNames>
export type TotalName = keyof typeof TOTALS_MAPPING

/** One cost line of XML2 (drugs) or XML3 (services and supplies). XML2 also names the service a drug belongs to: the drug counts. */
export const COST_LINE_MAPPING = {
  code: ['MA_THUOC', 'MA_VAT_TU', 'MA_DICH_VU'],
  name: ['TEN_THUOC', 'TEN_VAT_TU', 'TEN_DICH_VU'],
  unit: ['DON_VI_TINH'],
  quantity: ['SO_LUONG'],
  unitPriceVnd: ['DON_GIA', 'DON_GIA_BV'],
  coveragePercent: ['MUC_HUONG'],
  amountVnd: ['THANH_TIEN_BV', 'THANH_TIEN'],
  fundVnd: ['T_BHTT'],
  otherVnd: ['T_NGUONKHAC'],
  ownVnd: ['T_BNTT'],
  copaymentVnd: ['T_BNCCT'],
} as const satisfies Record<string, FieldNames>

export const MEDICAL_PAPER_KINDS = ['discharge', 'birth-certificate', 'pregnancy-leave', 'sick-leave'] as const
/** Giấy ra viện · giấy chứng sinh · giấy chứng nhận nghỉ dưỡng thai · giấy chứng nhận nghỉ việc hưởng BHXH. */
export type MedicalPaperKind = (typeof MEDICAL_PAPER_KINDS)[number]

type PaperMapping = {
  readonly kind: MedicalPaperKind
  readonly serialNumber: FieldNames
  /** A book's number beside the serial number. */
  readonly book: FieldNames | null
  readonly restFrom: FieldNames | null
  readonly restTo: FieldNames | null
  readonly restDays: FieldNames | null
}

/** XML7, 9, 10, 11: what the list of papers shows and nothing more. The day of issue is NGAY_CT in all of them. */
export const PAPER_MAPPING = {
  XML7: {
    kind: 'discharge',
    serialNumber: ['SO_LUU_TRU', 'MA_YTE'],
    book: null,
    restFrom: ['NGOAITRU_TUNGAY'],
    restTo: ['NGOAITRU_DENNGAY'],
    restDays: ['SO_NGAY_NGHI'],
  },
  XML9: { kind: 'birth-certificate', serialNumber: ['SO'], book: ['QUYEN_SO'], restFrom: null, restTo: null, restDays: null },
  XML10: {
    kind: 'pregnancy-leave',
    serialNumber: ['SO_SERI', 'SO_CT'],
    book: null,
    restFrom: ['TU_NGAY'],
    restTo: ['DEN_NGAY'],
    restDays: ['SO_NGAY'],
  },
  XML11: {
    kind: 'sick-leave',
    serialNumber: ['SO_SERI', 'SO_CT'],
    book: null,
    restFrom: ['TU_NGAY'],
    restTo: ['DEN_NGAY'],
    restDays: ['SO_NGAY_NGHI'],
  },
} as const satisfies Partial<Record<ClaimTable, PaperMapping>>
export type PaperTable = keyof typeof PAPER_MAPPING
