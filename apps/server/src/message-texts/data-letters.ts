import type { Bilingual } from '@an-sinh/domain'
import type { Letter, NoticeContent, Templates } from './letter.ts'

type DataContent = Extract<NoticeContent, { event: 'data-export-ready' | 'data-request-moved' }>

/** Where a request about data stands, after its number. */
export const DATA_REQUEST_WORDS: Readonly<Record<'answered' | 'done' | 'refused', Bilingual>> = {
  answered: { vi: 'đã được trả lời, đang thực hiện', en: 'was answered and is being carried out' },
  done: { vi: 'đã thực hiện xong', en: 'was carried out' },
  refused: { vi: 'không thực hiện được', en: 'could not be carried out' },
}

const said = (note: string, words: string): string[] => (note === '' ? [] : [`${words} ${note}`])

export const DATA_LETTERS_VI: Templates<DataContent, Letter> = {
  'data-export-ready': () => ({
    subject: 'Bản sao dữ liệu của bạn đã sẵn sàng',
    lines: [
      'Bản sao dữ liệu bạn yêu cầu đã làm xong. Mở “Dữ liệu của tôi”, mục “Bản sao”, để lấy tệp PDF và JSON trong 7 ngày.',
      'Tệp chứa dữ liệu nhạy cảm: hãy giữ như giấy tờ tuỳ thân. Không phải bạn yêu cầu? Mở “Thiết bị” và chọn “Không phải tôi”.',
    ],
  }),
  'data-request-moved': ({ fileNumber, state, note }) => ({
    subject: 'Yêu cầu về dữ liệu của bạn có trả lời',
    lines: [
      `Yêu cầu ${fileNumber} ${DATA_REQUEST_WORDS[state].vi}.`,
      ...said(note, 'Cơ quan BHXH viết:'),
      ...(state === 'refused' ? ['Không đồng ý, bạn có thể gửi yêu cầu mới hoặc khiếu nại tại cơ quan BHXH.'] : []),
    ],
  }),
}

export const DATA_LETTERS_EN: Templates<DataContent, Letter> = {
  'data-export-ready': () => ({
    subject: 'The copy of your data is ready',
    lines: [
      'The copy you asked for is made. Open “My data”, “Copies”, and fetch the PDF and JSON files within 7 days.',
      'The files hold sensitive data: keep them like an identity paper. It was not you who asked? Open “Devices” and choose “Not me”.',
    ],
  }),
  'data-request-moved': ({ fileNumber, state, note }) => ({
    subject: 'Your request about data has an answer',
    lines: [
      `Request ${fileNumber} ${DATA_REQUEST_WORDS[state].en}.`,
      ...said(note, 'The office writes:'),
      ...(state === 'refused' ? ['If you disagree, send a new request or complain at the social-insurance office.'] : []),
    ],
  }),
}
