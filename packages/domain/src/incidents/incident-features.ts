import type { Bilingual } from '../values/index.ts'

/** What people see apart, and what an incident is about: one or more of these. */
export const INCIDENT_FEATURES = [
  'registration',
  'codes',
  'sign-in',
  'card',
  'history',
  'documents',
  'requests',
  'look-ups',
  'help',
  'counter',
  'employers',
] as const
export type IncidentFeature = (typeof INCIDENT_FEATURES)[number]

export const INCIDENT_FEATURE_NAMES: Readonly<Record<IncidentFeature, Bilingual>> = {
  registration: { vi: 'Đăng ký giao dịch điện tử', en: 'Registration' },
  codes: { vi: 'Mã và mật khẩu qua tin nhắn', en: 'Codes and passwords by SMS' },
  'sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  card: { vi: 'Thẻ BHYT trên điện thoại', en: 'Health card on the phone' },
  history: { vi: 'Quá trình tham gia, quyền lợi, sổ khám bệnh', en: 'Participation, benefits, medical book' },
  documents: { vi: 'Giấy xác nhận, tờ khai PDF', en: 'Statements and PDF forms' },
  requests: { vi: 'Yêu cầu, hồ sơ trực tuyến', en: 'Requests and online procedures' },
  'look-ups': { vi: 'Tra cứu', en: 'Look-ups' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  counter: { vi: 'Tiếp nhận tại quầy', en: 'Counter of the office' },
  employers: { vi: 'Khu vực đơn vị sử dụng lao động', en: 'Area of employers' },
}

export const INCIDENT_KINDS = ['planned-work', 'disturbance', 'outage', 'fraud-warning'] as const
/** `fraud-warning`: a wave of fraud people are warned of; nothing of ours is broken. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number]
