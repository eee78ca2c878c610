import type { Bilingual } from '../values/index.ts'

export const NOTICE_KINDS = ['security', 'case', 'card', 'participation', 'visit', 'statement', 'announcement'] as const
/** `security` = sign-in, password, contact, device, mandate; `case` = registrations and requests. */
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_CHANNELS = ['sms', 'email', 'push'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** Whether a channel carries the kind until the person chooses; `fixed`: there is nothing to choose. */
export type NoticeKindRule = {
  readonly label: Bilingual
  readonly fixed: boolean
  readonly usual: Readonly<Record<NoticeChannel, boolean>>
}

const ALL = { sms: true, email: true, push: true } as const
/** An SMS costs the State money and says little: what can wait goes the ways that cost nothing. */
const QUIET = { sms: false, email: true, push: true } as const

export const NOTICE_KIND_RULES: Readonly<Record<NoticeKind, NoticeKindRule>> = {
  security: {
    label: { vi: 'An toàn: đăng nhập, mật khẩu, liên hệ, thiết bị, uỷ quyền', en: 'Safety: sign-in, password, contact, devices, mandates' },
    fixed: true,
    usual: ALL,
  },
  case: { label: { vi: 'Hồ sơ và yêu cầu của tôi', en: 'My registrations and requests' }, fixed: false, usual: ALL },
  card: { label: { vi: 'Thẻ BHYT: sắp hết hạn, thẻ mới', en: 'Health card: running out, a new one' }, fixed: false, usual: ALL },
  participation: {
    label: { vi: 'Quá trình đóng: đơn vị chậm đóng, nghỉ việc', en: 'Participation: employer late, employment ended' },
    fixed: false,
    usual: ALL,
  },
  visit: { label: { vi: 'Sổ khám bệnh: có lượt khám mới', en: 'Medical book: a new visit' }, fixed: false, usual: QUIET },
  statement: { label: { vi: 'Giấy xác nhận, thông báo C14-TS', en: 'Statements, the yearly notice C14-TS' }, fixed: false, usual: QUIET },
  announcement: {
    label: { vi: 'Thông báo của cơ quan BHXH (SMS chỉ khi khẩn)', en: 'Announcements of the agency (SMS only when urgent)' },
    fixed: false,
    usual: { sms: true, email: false, push: true },
  },
}

/** What a person switched, where it differs from the usual or once did. */
export type NoticeChoice = { readonly kind: NoticeKind; readonly channel: NoticeChannel; readonly isOn: boolean }
