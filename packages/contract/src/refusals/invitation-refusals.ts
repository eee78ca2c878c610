import { type Refusal, row } from './refusal.ts'

export const INVITATION_REFUSALS = {
  'invitation-not-for-state': row(
    400,
    'Lời mời chỉ gửi cho người chưa đăng ký.',
    'Chọn “Nhắc việc” để gửi cho người đang làm dở.',
    'An invitation goes only to people who have not started.',
    'Choose a reminder for people who are on their way.',
  ),
  'invitation-nobody': row(
    409,
    'Không có ai để gửi: mọi người trong nhóm này đã có tài khoản, đã được báo, không có số điện thoại hoặc thư, hoặc ngân sách tháng đã hết.',
    'Xem lại nhóm người nhận và ngân sách còn lại.',
    'There is nobody to write to: everybody of this group has an account, was told, has no phone or address, or the budget of the month is used up.',
    'Look again at the group and at what is left of the budget.',
  ),
} as const satisfies Record<string, Refusal>
