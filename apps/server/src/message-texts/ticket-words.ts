import type { Bilingual } from '@an-sinh/domain'
import type { Letter, NoticeContent, Templates } from './letter.ts'
import type { MessageContent } from './message-content.ts'

type TicketNews = Extract<MessageContent, { event: 'ticket-moved' }>

/** What is told of a ticket: how it stands and where it is read. */
const WORDS: Readonly<Record<TicketNews['state'], { sms: string; letter: Bilingual; subject: Bilingual }>> = {
  answered: {
    sms: 'đã có trả lời. Mở ứng dụng, mục Hỗ trợ, để đọc.',
    subject: { vi: 'Phiếu hỗ trợ của bạn đã có trả lời', en: 'Your ticket was answered' },
    letter: {
      vi: 'đã có trả lời. Mở mục “Hỗ trợ” trong ứng dụng để đọc và cho biết câu trả lời có giúp được bạn không.',
      en: 'was answered. Open “Help” in the app to read it and to say whether it helped.',
    },
  },
  reopened: {
    sms: 'được mở lại, có hạn trả lời mới. Mở ứng dụng, mục Hỗ trợ, để xem.',
    subject: { vi: 'Phiếu hỗ trợ của bạn được mở lại', en: 'Your ticket is open again' },
    letter: { vi: 'được mở lại và có hạn trả lời mới.', en: 'is open again with a new term.' },
  },
  closed: {
    sms: 'đã đóng. Vẫn cần giúp thì mở lại trong 30 ngày, mục Hỗ trợ.',
    subject: { vi: 'Phiếu hỗ trợ của bạn đã đóng', en: 'Your ticket is closed' },
    letter: { vi: 'đã đóng. Nếu vẫn cần giúp, bạn mở lại được trong 30 ngày.', en: 'is closed. You may open it again within 30 days.' },
  },
  marked: {
    sms: 'có lời lẽ không phù hợp và được ẩn trong danh sách. Phiếu vẫn được trả lời.',
    subject: { vi: 'Về lời lẽ trong phiếu hỗ trợ của bạn', en: 'About the words of your ticket' },
    letter: {
      vi: 'có lời lẽ không phù hợp nên nội dung được ẩn trong danh sách. Phiếu vẫn được xem xét và trả lời đúng hạn.',
      en: 'has words that hurt, so its text is hidden in lists. It is looked at and answered in time all the same.',
    },
  },
  'call-missed': {
    sms: 'đã gọi cho bạn hai lần, không ai nghe máy. Mở ứng dụng, mục Hỗ trợ, để hẹn giờ khác.',
    subject: { vi: 'Đã gọi lại, không ai nghe máy', en: 'We called back and nobody answered' },
    letter: {
      vi: 'đã được gọi lại hai lần nhưng không ai nghe máy. Bạn hẹn giờ khác trong mục “Hỗ trợ”.',
      en: 'was called back twice and nobody answered. Choose another time under “Help”.',
    },
  },
  'call-closed': {
    sms: 'không được gọi lại như đã hẹn vì cơ quan đóng cửa. Mở ứng dụng, mục Hỗ trợ, để hẹn giờ khác.',
    subject: { vi: 'Lịch gọi lại của bạn không còn', en: 'Your call-back does not take place' },
    letter: {
      vi: 'không được gọi lại như đã hẹn, vì cơ quan đóng cửa ngày đó. Bạn hẹn giờ khác trong mục “Hỗ trợ”.',
      en: 'is not called back as arranged, because the office is closed that day. Choose another time under “Help”.',
    },
  },
  'call-not-made': {
    sms: 'chưa gọi được cho bạn như đã hẹn, xin lỗi bạn. Phiếu vẫn được trả lời. Hẹn giờ khác: mục Hỗ trợ.',
    subject: { vi: 'Chưa gọi được cho bạn như đã hẹn', en: 'You were not called as arranged' },
    letter: {
      vi: 'chưa gọi được cho bạn như đã hẹn, xin lỗi bạn. Phiếu vẫn được trả lời đúng hạn; bạn hẹn giờ khác trong mục “Hỗ trợ”.',
      en: 'was not called back as arranged; we are sorry. It is answered in time all the same; choose another time under “Help”.',
    },
  },
}

export const ticketSms = ({ reportNumber, state }: TicketNews): string => `BHXH: Phiếu hỗ trợ ${reportNumber} ${WORDS[state].sms}`

type TicketLetters = Pick<Templates<NoticeContent, Letter>, 'ticket-moved'>
export const TICKET_LETTERS_VI: TicketLetters = {
  'ticket-moved': ({ reportNumber, state }) => ({
    subject: WORDS[state].subject.vi,
    lines: [`Phiếu hỗ trợ ${reportNumber} ${WORDS[state].letter.vi}`, 'Người hỗ trợ không bao giờ hỏi mật khẩu hay mã xác nhận của bạn.'],
  }),
}
export const TICKET_LETTERS_EN: TicketLetters = {
  'ticket-moved': ({ reportNumber, state }) => ({
    subject: WORDS[state].subject.en,
    lines: [`Ticket ${reportNumber} ${WORDS[state].letter.en}`, 'Nobody who helps you ever asks for your password or a code.'],
  }),
}
