import { type Refusal, row } from './refusal.ts'

export const QUEUE_REFUSALS = {
  'already-reminded': row(
    409,
    'Hôm nay người này đã được nhắc.',
    'Nhắc lại vào ngày mai, hoặc gọi điện nếu gấp.',
    'This person was reminded today.',
    'Remind again tomorrow, or call if it is urgent.',
  ),
  'nothing-to-remind': row(
    409,
    'Hồ sơ này không đang chờ nộp tờ khai trong hạn.',
    'Bỏ hồ sơ này ra; mở hồ sơ để xem trạng thái.',
    'This case does not await its form in time.',
    'Leave it out; open the case to see how it stands.',
  ),
  'colleague-unknown': row(
    400,
    'Người này không làm tại quầy này.',
    'Chọn một đồng nghiệp trong danh sách.',
    'This person does not work at this desk.',
    'Choose a colleague from the list.',
  ),
  'noted-time-wrong': row(
    400,
    'Giờ ghi trên giấy chưa đúng.',
    'Ghi giờ đã nhận, trong 24 giờ qua và không muộn hơn bây giờ.',
    'The noted time is not right.',
    'Note the time it was received, within the last 24 hours and not later than now.',
  ),
} as const satisfies Record<string, Refusal>
