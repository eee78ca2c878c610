import { type Bilingual, refused, type Refused } from '../values/index.ts'

export type AnnouncementRefusalCode = 'announcement-words' | 'announcement-link' | 'announcement-secret'

/** What looks like an address to be opened. Linear: no nested repetition. */
const LINK = /:\/\/|www\.|\b[a-z0-9-]{2,40}\.(?:vn|com|net|org|info|top|xyz|shop|io|me|app)\b/iu
/** Whoever is used to being asked for a secret gives it to the next one who asks. */
const SECRET =
  /(?:nhập|gửi|cung cấp|cho biết|đọc)\s+(?:mật khẩu|mã xác nhận|mã otp)|(?:enter|send|tell us|give)\s+(?:your |the )?(?:password|code)\b/iu

/** May this be told to many? Both languages, nothing to be opened by a press, no secret asked for. */
export const checkAnnouncement = (facts: {
  readonly title: Bilingual
  readonly words: Bilingual
}): { readonly ok: true } | Refused<AnnouncementRefusalCode> => {
  const texts = [facts.title.vi, facts.title.en, facts.words.vi, facts.words.en]
  if (texts.some((text) => text.trim() === '')) return refused('announcement-words')
  if (texts.some((text) => LINK.test(text))) return refused('announcement-link')
  // A warning says "không bao giờ nhập mật khẩu": looked at sentence by sentence, what forbids is no question.
  const asks = (text: string): boolean =>
    text.split(/[.!?\n;]/u).some((sentence) => SECRET.test(sentence) && !/không|đừng|never|do not|don't/iu.test(sentence))
  return texts.some(asks) ? refused('announcement-secret') : { ok: true }
}
