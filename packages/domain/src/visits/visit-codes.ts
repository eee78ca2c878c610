import type { Bilingual } from '../values/index.ts'
import type { ClaimLayout } from './claim-mapping.ts'

/** A code list of one layout; codes of one list keep their meaning, a new layout brings a new list. */
export type VisitCodeList = { readonly source: string; readonly words: Readonly<Record<string, Bilingual>> }

const word = (vi: string, en: string): Bilingual => ({ vi, en })
const QD4210 = 'QĐ 4210/QĐ-BYT, 2017'
const QD4750 = 'QĐ 4750/QĐ-BYT, 29/12/2023'

const RESULTS = {
  '1': word('Khỏi', 'Cured'),
  '2': word('Đỡ', 'Better'),
  '3': word('Không thay đổi', 'Unchanged'),
  '4': word('Nặng hơn', 'Worse'),
  '5': word('Tử vong', 'Died'),
}
const LEAVING = {
  '1': word('Ra viện', 'Discharged'),
  '2': word('Chuyển đến cơ sở khác theo yêu cầu chuyên môn', 'Referred for medical reasons'),
  '3': word('Tự ý rời cơ sở', 'Left without notice'),
  '4': word('Xin ra viện', 'Discharged at own request'),
}

/** What came of the treatment: KET_QUA_DTRI. */
export const RESULT_CODES: Readonly<Record<ClaimLayout, VisitCodeList>> = {
  qd4210: { source: QD4210, words: RESULTS },
  qd4750: {
    source: QD4750,
    words: {
      ...RESULTS,
      '6': word('Tiên lượng nặng, xin về', 'Grave, went home'),
      '7': word('Chưa xác định', 'Not determined'),
      '8': word('Tử vong ngoài cơ sở', 'Died outside the facility'),
    },
  },
}

/** How the visit ended: MA_LOAI_RV, before 2024 TINH_TRANG_RV. */
export const DISCHARGE_CODES: Readonly<Record<ClaimLayout, VisitCodeList>> = {
  qd4210: { source: QD4210, words: LEAVING },
  qd4750: { source: QD4750, words: { ...LEAVING, '5': word('Chuyển đến cơ sở khác theo yêu cầu người bệnh', 'Referred at own request') } },
}

/** What kind of visit it was: MA_LOAI_KCB. 05, 06, 08 and 10 to be checked against the ministry's common list. */
export const VISIT_KIND_CODES: Readonly<Record<ClaimLayout, VisitCodeList>> = {
  qd4210: {
    source: QD4210,
    words: {
      '1': word('Khám bệnh', 'Consultation'),
      '2': word('Điều trị ngoại trú', 'Outpatient treatment'),
      '3': word('Điều trị nội trú', 'Inpatient treatment'),
    },
  },
  qd4750: {
    source: `${QD4750}; Bộ mã danh mục dùng chung`,
    words: {
      '01': word('Khám bệnh', 'Consultation'),
      '02': word('Điều trị ngoại trú', 'Outpatient treatment'),
      '03': word('Điều trị nội trú', 'Inpatient treatment'),
      '04': word('Điều trị nội trú ban ngày', 'Day inpatient treatment'),
      '05': word('Điều trị ngoại trú bệnh mạn tính', 'Outpatient treatment of a chronic illness'),
      '06': word('Lưu tại trạm y tế, phòng khám khu vực', 'Stay at a health station'),
      '07': word('Nhận thuốc theo hẹn', 'Medicine by appointment'),
      '08': word('Điều trị ngoại trú bệnh mạn tính, có dịch vụ kỹ thuật', 'Outpatient treatment of a chronic illness with services'),
      '09': word('Điều trị nội trú dưới 4 giờ', 'Inpatient treatment under 4 hours'),
      '10': word('Trường hợp khác', 'Other'),
    },
  },
}

/** On what ground the person came: MA_DOITUONG_KCB (`1.1`, `3.2`; the first digit says the group), before 2024 MA_LYDO_VVIEN. */
export const REASON_CODES: Readonly<Record<ClaimLayout, VisitCodeList>> = {
  qd4210: {
    source: QD4210,
    words: {
      '1': word('Đúng tuyến', 'Right route'),
      '2': word('Cấp cứu', 'Emergency'),
      '3': word('Trái tuyến', 'Out of route'),
      '4': word('Thông tuyến', 'Open route'),
    },
  },
  qd4750: {
    source: `${QD4750}; Bộ mã danh mục dùng chung`,
    words: {
      '1.1': word('Đúng nơi đăng ký ban đầu', 'At the registered facility'),
      '1': word('Đúng quy định', 'Right route'),
      '2': word('Cấp cứu', 'Emergency'),
      '3': word('Không đúng nơi đăng ký ban đầu', 'Out of route'),
    },
  },
}

/** The words of a code: the code itself in the list, else its group before the point; null when the list does not know it. */
export const wordOfCode = (
  lists: Readonly<Record<ClaimLayout, VisitCodeList>>,
  layout: ClaimLayout,
  code: string | null,
): Bilingual | null => {
  if (code === null) return null
  const { words } = lists[layout]
  return words[code] ?? words[code.split('.')[0] ?? ''] ?? null
}
