import { type Refusal, row } from './refusal.ts'

export const ROLLOUT_REFUSALS = {
  'rollout-department-unknown': row(
    400,
    'Danh sách của đơn vị không có bộ phận này.',
    'Chọn một bộ phận trong danh sách.',
    'The list of people has no such department.',
    'Choose a department of the list.',
  ),
  'rollout-date-over': row(
    400,
    'Ngày này đã qua.',
    'Chọn hôm nay hoặc một ngày sau hôm nay.',
    'This day is over.',
    'Choose today or a later day.',
  ),
} as const satisfies Record<string, Refusal>
