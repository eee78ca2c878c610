import type { Bilingual } from '../values/index.ts'

export type RequestReason = {
  readonly code: string
  readonly for: 'refuse' | 'ask'
  readonly clerk: Bilingual
  readonly citizen: Bilingual
  readonly nextStep: Bilingual
  /** Half a sentence for the message, without accents. */
  readonly smsVi: string
}

/** Why a request is left as it is, or what is still asked for: picked by the clerk, read by the citizen with the next step. */
export const REQUEST_REASONS: readonly RequestReason[] = [
  {
    code: 'register-right',
    for: 'refuse',
    clerk: { vi: 'Hồ sơ gốc khớp với dữ liệu đang lưu', en: 'The original file agrees with the register' },
    citizen: { vi: 'Hồ sơ gốc của bạn ghi giống dữ liệu đang lưu.', en: 'Your original file says what the register says.' },
    nextStep: {
      vi: 'Nếu vẫn thấy sai, hãy mang giấy tờ gốc tới cơ quan BHXH hoặc gửi yêu cầu mới kèm giấy tờ.',
      en: 'If you still think it is wrong, bring the original papers to the office or send a new request with them.',
    },
    smsVi: 'ho so goc khop voi du lieu',
  },
  {
    code: 'paper-says-otherwise',
    for: 'refuse',
    clerk: { vi: 'Giấy tờ gửi kèm không khớp với điều xin sửa', en: 'The papers sent do not say what is asked for' },
    citizen: { vi: 'Giấy tờ bạn gửi không ghi như điều bạn xin sửa.', en: 'The papers you sent do not say what you ask for.' },
    nextStep: {
      vi: 'Kiểm tra lại từng chữ trên giấy tờ rồi gửi yêu cầu mới.',
      en: 'Check every letter against the paper and send a new request.',
    },
    smsVi: 'giay to khong khop dieu xin sua',
  },
  {
    code: 'employer-must-declare',
    for: 'refuse',
    clerk: { vi: 'Đơn vị phải lập hồ sơ điều chỉnh (D02-LT)', en: 'The employer must declare the adjustment (D02-LT)' },
    citizen: {
      vi: 'Phần này do đơn vị của bạn kê khai và phải do đơn vị điều chỉnh.',
      en: 'Your employer declared this and must adjust it.',
    },
    nextStep: {
      vi: 'Đề nghị đơn vị lập hồ sơ điều chỉnh; nếu đơn vị không làm, hãy báo cơ quan BHXH.',
      en: 'Ask your employer to send an adjustment; if they do not, tell the office.',
    },
    smsVi: 'don vi phai lap ho so dieu chinh',
  },
  {
    code: 'facility-must-correct',
    for: 'refuse',
    clerk: { vi: 'Cơ sở KCB phải gửi lại hồ sơ đề nghị thanh toán', en: 'The health facility must send its claim again' },
    citizen: {
      vi: 'Phần này do cơ sở khám chữa bệnh gửi và phải do nơi đó gửi lại.',
      en: 'The health facility sent this and must send it again.',
    },
    nextStep: {
      vi: 'Cơ quan BHXH đã ghi nhận và báo cơ sở khám chữa bệnh; bạn cũng có thể liên hệ trực tiếp nơi khám.',
      en: 'The office has noted it and tells the facility; you may also ask there yourself.',
    },
    smsVi: 'co so KCB phai gui lai du lieu',
  },
  {
    code: 'not-this-person',
    for: 'refuse',
    clerk: { vi: 'Giấy tờ là của người khác', en: 'The papers belong to somebody else' },
    citizen: { vi: 'Giấy tờ gửi kèm không phải của bạn.', en: 'The papers sent are not yours.' },
    nextStep: {
      vi: 'Gửi lại với giấy tờ của chính bạn, hoặc tới cơ quan BHXH với bản chính.',
      en: 'Send again with your own papers, or visit the office with the originals.',
    },
    smsVi: 'giay to khong phai cua ban',
  },
  {
    code: 'photo-unreadable',
    for: 'ask',
    clerk: { vi: 'Ảnh giấy tờ mờ, lóa hoặc thiếu góc', en: 'The photo of the paper cannot be read' },
    citizen: { vi: 'Ảnh giấy tờ chưa đọc được.', en: 'The photo of the paper cannot be read.' },
    nextStep: {
      vi: 'Chụp lại nơi đủ sáng, thấy đủ bốn góc, rồi gửi lại.',
      en: 'Take it again in good light with all four corners, and send it.',
    },
    smsVi: 'anh giay to chua doc duoc, hay chup lai',
  },
  {
    code: 'paper-missing',
    for: 'ask',
    clerk: { vi: 'Thiếu giấy tờ chứng minh', en: 'The paper that proves it is missing' },
    citizen: { vi: 'Cần thêm giấy tờ chứng minh điều bạn xin sửa.', en: 'A paper that proves what you ask for is needed.' },
    nextStep: {
      vi: 'Chụp CCCD, giấy khai sinh, quyết định cải chính hộ tịch, sổ BHXH hoặc hợp đồng có thông tin đúng, rồi gửi thêm.',
      en: 'Photograph the ID card, birth certificate, civil-status decision, book or contract that says it, and add it.',
    },
    smsVi: 'can them giay to chung minh',
  },
  {
    code: 'say-more',
    for: 'ask',
    clerk: { vi: 'Chưa rõ xin sửa điều gì', en: 'It is not clear what should change' },
    citizen: { vi: 'Chưa rõ bạn muốn sửa điều gì thành gì.', en: 'It is not clear what should be changed into what.' },
    nextStep: {
      vi: 'Viết thêm một câu: chỗ nào sai, đúng là gì, từ khi nào.',
      en: 'Add a sentence: what is wrong, what is right, since when.',
    },
    smsVi: 'hay noi ro sai o dau va dung la gi',
  },
  {
    code: 'come-with-original',
    for: 'ask',
    clerk: { vi: 'Cần đối chiếu bản chính tại quầy', en: 'The original must be seen at the counter' },
    citizen: { vi: 'Cần đối chiếu bản chính giấy tờ của bạn.', en: 'The original of your paper has to be seen.' },
    nextStep: {
      vi: 'Mang bản chính tới cơ quan BHXH ghi trong yêu cầu, rồi bấm “Gửi bổ sung”.',
      en: 'Bring the original to the office named in the request, then press “Send the addition”.',
    },
    smsVi: 'hay mang ban chinh toi co quan BHXH',
  },
]

/** Why the system moved a due date. Nobody chooses these. */
const DUE_MOVES: readonly Pick<RequestReason, 'code' | 'citizen' | 'nextStep'>[] = [
  {
    code: 'office-closed',
    citizen: { vi: 'Cơ quan tạm đóng cửa, hạn trả lời được dời.', en: 'The office is closed for some days; the answer is due later.' },
    nextStep: {
      vi: 'Bạn không cần làm gì. Hạn mới ghi ở đầu yêu cầu.',
      en: 'There is nothing to do. The new date stands at the top of the request.',
    },
  },
  {
    code: 'office-open-again',
    citizen: {
      vi: 'Cơ quan không đóng cửa nữa, hạn trả lời trở lại như trước.',
      en: 'The office is not closed after all; the answer is due as before.',
    },
    nextStep: { vi: 'Bạn không cần làm gì.', en: 'There is nothing to do.' },
  },
  {
    code: 'system-incident',
    citizen: { vi: 'Hệ thống có sự cố, hạn trả lời được dời.', en: 'The system was in trouble; the answer is due later.' },
    nextStep: {
      vi: 'Bạn không cần làm gì. Hạn mới ghi ở đầu yêu cầu.',
      en: 'There is nothing to do. The new date stands at the top of the request.',
    },
  },
  {
    code: 'system-incident-over',
    citizen: {
      vi: 'Việc dời hạn vì sự cố được hủy, hạn trả lời trở lại như trước.',
      en: 'The date is no longer moved; the answer is due as before.',
    },
    nextStep: { vi: 'Bạn không cần làm gì.', en: 'There is nothing to do.' },
  },
]

/** What the person reads for a code of a move, chosen by staff or by the system. */
export const findMoveReason = (code: string): Pick<RequestReason, 'citizen' | 'nextStep'> | null =>
  findRequestReason(code) ?? DUE_MOVES.find((reason) => reason.code === code) ?? null

/** The reason of a code; null for a code not on the list. */
export const findRequestReason = (code: string): RequestReason | null => REQUEST_REASONS.find((reason) => reason.code === code) ?? null
