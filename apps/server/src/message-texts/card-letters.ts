import { formatDateVi } from '@an-sinh/domain'
import type { Letter, NoticeContent, Templates } from './letter.ts'

type CardLetters = Pick<Templates<NoticeContent, Letter>, 'card-ends' | 'card-next' | 'card-changed'>
/** What becomes of a health card. */
export const CARD_LETTERS_VI: CardLetters = {
  'card-ends': (content) => ({
    subject: 'Thẻ BHYT sắp hết hạn',
    lines: [
      `Thẻ bảo hiểm y tế của bạn có giá trị đến hết ngày ${formatDateVi(content.validTo)} và chưa có thẻ tiếp theo.`,
      'Nếu bạn đóng theo hộ gia đình, hãy đóng tiếp trước ngày đó tại điểm thu hoặc qua ngân hàng. Nếu đơn vị đóng cho bạn, hãy hỏi đơn vị.',
      'Gián đoạn từ 3 tháng trở lên làm mất thời gian 5 năm liên tục.',
    ],
  }),
  'card-next': (content) => ({
    subject: 'Có thẻ BHYT mới',
    lines: [`Thẻ bảo hiểm y tế mới của bạn có hiệu lực từ ngày ${formatDateVi(content.validFrom)}. Đến ngày đó, ứng dụng tự hiện thẻ mới.`],
  }),
  'card-changed': () => ({
    subject: 'Thẻ BHYT thay đổi',
    lines: [
      'Thông tin trên thẻ bảo hiểm y tế của bạn vừa thay đổi.',
      'Mở thẻ trong ứng dụng để xem. Nếu có dòng sai, hãy chọn “Dòng này sai”.',
    ],
  }),
}
export const CARD_LETTERS_EN: CardLetters = {
  'card-ends': ({ validTo }) => ({
    subject: 'Your health card runs out soon',
    lines: [
      `Your health insurance card is valid until the end of ${validTo}, and there is no next one yet.`,
      'If you pay with your household, pay before that day at a collection point or through a bank. If your employer pays, ask there.',
      'A gap of 3 months or more ends the five continuous years.',
    ],
  }),
  'card-next': ({ validFrom }) => ({
    subject: 'A new health card',
    lines: [`Your new health insurance card is valid from ${validFrom}. On that day the app shows it by itself.`],
  }),
  'card-changed': () => ({
    subject: 'Your health card has changed',
    lines: [
      'Details on your health insurance card have changed.',
      'Open the card in the app. If a line is wrong, choose “This line is wrong”.',
    ],
  }),
}
