import { type Refusal, row } from './refusal.ts'

export const CAMPAIGN_REFUSALS = {
  'campaign-name': row(400, 'Đợt triển khai chưa có tên.', 'Đặt tên cho đợt.', 'The campaign has no name.', 'Give it a name.'),
  'campaign-dates': row(
    400,
    'Ngày của đợt triển khai chưa đúng.',
    'Chọn ngày kết thúc không trước ngày bắt đầu.',
    'The days of the campaign are not right.',
    'Choose an end not before the beginning.',
  ),
  'campaign-targets': row(
    400,
    'Chỉ tiêu của đợt triển khai chưa đúng.',
    'Đặt ít nhất một chỉ tiêu từ 1 đến 100 phần trăm; bước sau không cao hơn bước trước.',
    'The targets of the campaign are not right.',
    'Set at least one target of 1 to 100 percent; a later step never higher than one before it.',
  ),
  'campaign-changed': row(
    409,
    'Đợt triển khai vừa được người khác sửa.',
    'Tải lại để xem bản mới nhất, rồi sửa lại.',
    'Somebody else has just changed this campaign.',
    'Reload, then change it again.',
  ),
  'campaign-elsewhere': row(
    409,
    'Đợt triển khai hoặc đơn vị này không thuộc phạm vi bạn phụ trách.',
    'Nhờ cơ quan phụ trách thực hiện.',
    'This campaign or employer is outside your area.',
    'Ask the office in charge of it.',
  ),
} as const satisfies Record<string, Refusal>
