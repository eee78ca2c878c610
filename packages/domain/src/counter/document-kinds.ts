import type { CivilDate } from '../calendar/index.ts'
import { validOn, type Dated } from '../reference/index.ts'

export type DocumentKindCode = 'cccd-chip' | 'cccd' | 'can-cuoc' | 'cmnd' | 'passport'

export type DocumentKind = Dated & {
  readonly code: DocumentKindCode
  readonly labelVi: string
  readonly labelEn: string
  readonly source: string
  /** A Vietnamese passport is no identity paper at this desk. */
  readonly foreignersOnly?: true
}

const ID_LAW = 'Law on Identification 26/2023/QH15'

/** Identity papers that prove a person at the counter. The card's own expiry date is looked at by the clerk. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  {
    code: 'can-cuoc',
    labelVi: 'Thẻ căn cước (mẫu 2024)',
    labelEn: 'Identity card (2024 model)',
    validFrom: '2024-07-01',
    validTo: null,
    source: `${ID_LAW} art. 18`,
  },
  {
    code: 'cccd-chip',
    labelVi: 'Thẻ căn cước công dân gắn chip',
    labelEn: 'Citizen identity card with chip',
    validFrom: '2021-01-23',
    validTo: null,
    source: `Circular 06/2021/TT-BCA; stays valid until its own expiry, ${ID_LAW} art. 46(1)`,
  },
  {
    code: 'cccd',
    labelVi: 'Thẻ căn cước công dân mã vạch (không chip)',
    labelEn: 'Citizen identity card with bar code (no chip)',
    validFrom: '2016-01-01',
    validTo: null,
    source: `Law on Citizen Identification 59/2014/QH13; stays valid until its own expiry, ${ID_LAW} art. 46(1)`,
  },
  {
    code: 'cmnd',
    labelVi: 'Giấy chứng minh nhân dân',
    labelEn: 'People’s identity card (old)',
    validFrom: '1999-02-18',
    validTo: '2024-12-31',
    source: `Decree 05/1999/NĐ-CP; not beyond 31/12/2024, ${ID_LAW} art. 46(2)`,
  },
  {
    code: 'passport',
    labelVi: 'Hộ chiếu (người nước ngoài)',
    labelEn: 'Passport (foreigners)',
    validFrom: '2000-01-01',
    validTo: null,
    source: 'Law on Entry, Exit, Transit and Residence of Foreigners 47/2014/QH13 art. 3',
    foreignersOnly: true,
  },
]

/** The kinds a clerk may tick on a day, the commonest first; `foreigner` false leaves the passport out, true leaves only it. */
export const listDocumentKinds = (on: CivilDate, foreigner?: boolean): DocumentKind[] =>
  validOn(DOCUMENT_KINDS, on).filter((kind) => foreigner === undefined || (kind.foreignersOnly === true) === foreigner)
