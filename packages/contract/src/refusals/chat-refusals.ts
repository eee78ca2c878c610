import { type Refusal, row } from './refusal.ts'

export const CHAT_REFUSALS = {
  'chat-words': row(
    400,
    'Tin nhắn chưa có nội dung hoặc quá dài.',
    'Viết từ 1 đến 2.000 ký tự rồi gửi lại.',
    'The message is empty or too long.',
    'Write between 1 and 2,000 characters and send again.',
  ),
  'chat-category': row(
    400,
    'Việc cần hỏi này không có trong danh mục.',
    'Chọn một việc trong danh sách.',
    'This subject is not in the list.',
    'Choose one from the list.',
  ),
  'chat-closed': row(
    409,
    'Lúc này không có người trực trò chuyện.',
    'Để lại số điện thoại để được gọi lại, hoặc gửi phiếu hỗ trợ.',
    'Nobody is at the chat at the moment.',
    'Ask to be called back, or send a ticket.',
  ),
  'chat-queue-full': row(
    409,
    'Đang có quá nhiều người chờ trò chuyện.',
    'Để lại số điện thoại để được gọi lại, hoặc gửi phiếu hỗ trợ.',
    'Too many people are waiting for the chat.',
    'Ask to be called back, or send a ticket.',
  ),
  'chat-ended': row(
    409,
    'Cuộc trò chuyện đã kết thúc.',
    'Mở cuộc trò chuyện mới nếu cần hỏi thêm.',
    'This chat has ended.',
    'Begin another one to ask more.',
  ),
  'chat-not-yours': row(
    409,
    'Cuộc trò chuyện này không còn ở chỗ bạn.',
    'Xem lại danh sách; có thể người khác đã nhận.',
    'This chat is not with you any more.',
    'Look at the list; somebody else may have taken it.',
  ),
  'chat-nobody-waits': row(
    409,
    'Không còn ai chờ trò chuyện.',
    'Chờ người tiếp theo.',
    'Nobody waits for a chat.',
    'Wait for the next one.',
  ),
  'chat-seats-full': row(
    409,
    'Bạn đang giữ đủ số cuộc trò chuyện cùng lúc.',
    'Kết thúc hoặc chuyển một cuộc rồi nhận tiếp.',
    'You hold as many chats as one agent may.',
    'End one or hand it over first.',
  ),
  'chat-off-duty': row(
    409,
    'Bạn chưa vào ca trực trò chuyện, hoặc ca đã mở ở nơi khác.',
    'Bấm “Vào ca trực”.',
    'You are not on duty at the chat, or you went on duty elsewhere.',
    'Press “Go on duty”.',
  ),
  'chat-hand-over': row(
    409,
    'Không chuyển được: người nhận không trực hoặc đã đủ việc.',
    'Chọn người khác hoặc chuyển về hàng chờ của phòng.',
    'It cannot be handed over: that agent is not on duty or has no free place.',
    'Choose somebody else, or a department’s queue.',
  ),
} as const satisfies Record<string, Refusal>
