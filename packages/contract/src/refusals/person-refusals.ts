import { type Refusal, row } from './refusal.ts'

export const PERSON_REFUSALS = {
  'number-request-facts': row(
    400,
    'Cần họ tên, ngày sinh đầy đủ, và số định danh 12 chữ số hoặc xã, phường.',
    'Điền đủ rồi gửi lại.',
    'Name, full birth date, and the 12-digit id or the ward are needed.',
    'Fill them in and send again.',
  ),
  'birthday-needed': row(
    400,
    'Tìm tên gần giống cần đủ ngày, tháng, năm sinh.',
    'Hỏi ngày sinh đầy đủ, hoặc gõ đúng cả họ tên.',
    'A search for similar names needs the whole birthday.',
    'Ask for day, month and year of birth, or type the whole name.',
  ),
  'name-too-short': row(
    400,
    'Phần tên cần tìm quá ngắn.',
    'Gõ ít nhất 3 chữ cái.',
    'Too little of the name to search for.',
    'Type at least 3 letters.',
  ),
} as const satisfies Record<string, Refusal>
