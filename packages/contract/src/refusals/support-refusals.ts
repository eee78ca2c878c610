import { type Refusal, row } from './refusal.ts'

export const SUPPORT_REFUSALS = {
  'error-id-shape': row(
    400,
    'Mã lỗi này gõ chưa đúng.',
    'Nhờ người dân đọc lại từng nhóm ba ký tự; chữ I, L đọc là số 1, chữ O là số 0.',
    'This error id is not typed right.',
    'Let it be read out again in groups of three; I and L are 1, O is 0.',
  ),
  'error-id-unknown': row(
    404,
    'Không có lỗi nào mang mã này trong 30 ngày qua.',
    'Hỏi ngày giờ gặp lỗi; lỗi vừa xảy ra thì thử lại sau vài giây.',
    'No error of the last 30 days has this id.',
    'Ask when it happened; if just now, try again in a few seconds.',
  ),
  'story-unknown': row(
    404,
    'Hai thông tin này không cùng chỉ về một người.',
    'Hỏi lại cả hai; vẫn không khớp thì đừng đoán, mời người dân đến quầy.',
    'These two facts do not point to one person.',
    'Ask for both again; if they still differ, do not guess: ask the person to come to a counter.',
  ),
  'story-reason': row(
    400,
    'Cần một lý do để xem diễn biến của một người.',
    'Ghi số phiếu, cuộc trò chuyện, hẹn gọi lại; hoặc hai thông tin người đang gọi vừa đọc.',
    'A reason is needed to see somebody’s story.',
    'Give a ticket, a chat, a call-back; or two facts that the caller has just told.',
  ),
  'story-ticket': row(
    404,
    'Không có phiếu hay hẹn gọi lại này trong phạm vi của bạn.',
    'Kiểm tra lại số phiếu. Phiếu của cơ quan khác hoặc phiếu kín thì người đang giữ phiếu mở.',
    'No such ticket or call-back is within your reach.',
    'Check the number. One of another office, or told in confidence, is opened by who answers it.',
  ),
  'story-ticket-old': row(
    409,
    'Phiếu này đã xong hơn 30 ngày, không còn là lý do để xem diễn biến.',
    'Người dân đang gọi thì hỏi hai thông tin; cần giúp tiếp thì mở phiếu mới.',
    'This ticket has been over for more than 30 days and is no reason any more.',
    'With somebody on the line ask for two facts; for more help open a new ticket.',
  ),
  'story-nobody': row(
    404,
    'Phiếu này không phải của một người dân có dữ liệu ở đây.',
    'Đọc nội dung phiếu. Người gửi chưa đăng nhập thì hỏi hai thông tin khi gọi lại; phiếu của đơn vị, bệnh viện, cán bộ không có diễn biến của ai.',
    'This ticket is not of a citizen who is known here.',
    'Read the ticket. Of somebody who did not sign in ask for two facts when you call; one of an employer, a hospital or a clerk leads to nobody’s story.',
  ),
  'wording-empty': row(
    400,
    'Chưa viết câu chữ đề nghị.',
    'Viết câu trả lời mà bạn đề nghị rồi gửi lại.',
    'No wording is proposed.',
    'Write the answer that you propose and send it again.',
  ),
} as const satisfies Record<string, Refusal>
