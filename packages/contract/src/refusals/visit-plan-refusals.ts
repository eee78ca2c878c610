import { type Refusal, row } from './refusal.ts'

export const VISIT_PLAN_REFUSALS = {
  'nobody-to-plan': row(
    409,
    'Chưa có ai đang chờ nộp tờ khai.',
    'Lập lịch khi người lao động đã đăng ký; xem ở trang Tiến độ.',
    'Nobody’s form is awaited.',
    'Make a plan once people have registered.',
  ),
  'visit-plan-unknown': row(
    404,
    'Không có lịch này.',
    'Tải lại trang Lịch nộp hồ sơ.',
    'There is no such plan.',
    'Reload the page of the plan.',
  ),
  'visit-day-full': row(
    409,
    'Một ngày trong lịch vừa có đơn vị khác đăng ký hết chỗ.',
    'Lập lại lịch; các ngày còn chỗ sẽ được dùng.',
    'Another employer has just taken the room of one of the days.',
    'Make the plan anew; it uses the days that are left.',
  ),
  'visit-unknown': row(404, 'Không có yêu cầu này.', 'Tải lại trang lịch.', 'There is no such request.', 'Reload the page.'),
  'visit-date-wrong': row(
    422,
    'Ngày này không hẹn được.',
    'Chọn một ngày làm việc từ ngày mai, trong 60 ngày tới.',
    'This day cannot be agreed.',
    'Choose a working day from tomorrow on, within 60 days.',
  ),
  'visit-open-already': row(
    409,
    'Đơn vị đang có một yêu cầu chưa xong.',
    'Chờ trả lời, hoặc rút yêu cầu đó rồi gửi lại.',
    'The employer has an open request.',
    'Wait for the answer, or take that request back first.',
  ),
  'place-missing': row(
    422,
    'Chưa ghi nơi cán bộ đến.',
    'Ghi địa chỉ hoặc tên phân xưởng.',
    'The place is missing.',
    'Write the address or the workshop.',
  ),
} as const satisfies Record<string, Refusal>
