import { type Refusal, row } from './refusal.ts'

export const NOTICE_REFUSALS = {
  'push-service-unknown': row(
    400,
    'Trình duyệt này dùng một dịch vụ thông báo mà hệ thống chưa hỗ trợ.',
    'Bạn vẫn nhận tin qua SMS, thư điện tử và hộp thư trong ứng dụng. Có thể thử bằng Chrome, Safari, Firefox hoặc Edge.',
    'This browser uses a notification service that is not supported.',
    'You still get messages by SMS, e-mail and in the inbox. Chrome, Safari, Firefox and Edge work.',
  ),
} as const satisfies Record<string, Refusal>
