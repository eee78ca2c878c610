import { type Refusal, row } from './refusal.ts'

export const LETTER_REFUSALS = {
  'letter-words': row(
    400,
    'Thư chưa có tiêu đề hoặc nội dung.',
    'Viết tiêu đề và nội dung rồi gửi lại.',
    'The letter has no title or no words.',
    'Write both and send again.',
  ),
  'letter-too-many': row(
    400,
    'Một thư gửi nhiều nhất 20.000 đơn vị.',
    'Chọn ít hơn, ví dụ theo quận, huyện hoặc cơ quan BHXH.',
    'One letter goes to 20,000 employers at most.',
    'Choose fewer, by district or office.',
  ),
  'letter-nobody': row(
    409,
    'Không còn đơn vị nào để gửi.',
    'Các đơn vị đã chọn đều nhận thư trong 7 ngày qua; đợi ít ngày hoặc chọn đơn vị khác.',
    'There is nobody left to write to.',
    'All chosen had a letter within seven days; wait, or choose others.',
  ),
} as const satisfies Record<string, Refusal>
