import { type Refusal, row } from './refusal.ts'

/** What can stand in the way of an employer's roster. */
export const ROSTER_REFUSALS = {
  'roster-line-wrong': row(
    400,
    'Có ô chưa đúng.',
    'Xem từng ô được đánh dấu rồi sửa.',
    'Something is not right yet.',
    'Look at each marked field and correct it.',
  ),
  'roster-line-known': row(
    409,
    'Trong danh sách đã có người mang số này.',
    'Tìm người đó theo tên hoặc số rồi sửa.',
    'Somebody on your roster already has this number.',
    'Find them by name or number and correct the line.',
  ),
  'roster-change-built-upon': row(
    409,
    'Dòng này đã được thay đổi tiếp nên không hoàn tác riêng thay đổi này được.',
    'Tải lại danh sách và sửa dòng.',
    'The line was changed again since, so this change alone cannot be undone.',
    'Reload the roster and correct the line.',
  ),
  'roster-register-empty': row(
    409,
    'Hệ thống chưa có ai đang được đơn vị khai tham gia.',
    'Tải tệp danh sách của đơn vị lên.',
    'Nobody is declared by your organisation at present.',
    'Upload your own list.',
  ),
} as const satisfies Record<string, Refusal>
