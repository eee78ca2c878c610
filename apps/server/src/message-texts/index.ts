export type { NoticeContent } from './letter.ts'
export { renderEmail, renderNotice } from './letters.ts'
export type { MessageContent, MessageEvent } from './message-content.ts'
export { renderSms } from './sms-texts.ts'
