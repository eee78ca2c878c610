import { type Refusal, row } from './refusal.ts'

export const BADGE_REFUSALS = {
  'badge-not-valid': row(
    409,
    'Điểm thu này hôm nay không được uỷ quyền, nên không in được thẻ.',
    'Xem thời hạn uỷ quyền của tổ chức và của điểm thu trong danh mục.',
    'This point is not authorised today, so no badge is printed.',
    'Look at the days of authorisation of agent and point in the list.',
  ),
  'badge-disputed': row(
    409,
    'Hai tổ chức đang dùng chung một số hợp đồng uỷ quyền, nên không in được thẻ.',
    'Làm rõ số nào đúng và sửa danh mục tổ chức dịch vụ thu; thẻ đã in của cả hai đang báo “đang được làm rõ”.',
    'Two agents stand under one authorisation number, so no badge is printed.',
    'Find out which is right and mend the list of agents; printed badges of both answer “being cleared up”.',
  ),
} as const satisfies Record<string, Refusal>
