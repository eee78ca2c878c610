import type { Bilingual } from '@an-sinh/domain'

/** `giver`: whose data it is; `reader`: who may look. */
export type MandateSide = 'giver' | 'reader'
export type MandateChange = 'offered' | 'withdrawn' | 'accepted' | 'declined' | 'ended' | 'run-out'

/** One sentence, said to each side; short enough for an SMS with the sentence after it. */
export const MANDATE_WORDS: Readonly<Record<MandateSide, Readonly<Record<MandateChange, Bilingual>>>> = {
  giver: {
    offered: {
      vi: 'Bạn vừa uỷ quyền cho người khác xem dữ liệu BHXH của bạn, chờ người đó nhận.',
      en: 'You offered somebody a mandate to see your insurance data; it waits for their answer.',
    },
    withdrawn: {
      vi: 'Bạn đã rút lời uỷ quyền xem dữ liệu BHXH của bạn.',
      en: 'You took back the offer of a mandate to see your insurance data.',
    },
    accepted: {
      vi: 'Uỷ quyền đã được nhận: người đó xem được dữ liệu BHXH của bạn từ bây giờ.',
      en: 'Your mandate was accepted: that person can see your insurance data from now on.',
    },
    declined: { vi: 'Người bạn uỷ quyền xem dữ liệu BHXH đã từ chối.', en: 'The person you offered a mandate to has declined.' },
    ended: {
      vi: 'Uỷ quyền xem dữ liệu BHXH của bạn đã chấm dứt, người kia không xem được nữa.',
      en: 'A mandate to see your insurance data was ended; the other person can no longer look.',
    },
    'run-out': { vi: 'Uỷ quyền xem dữ liệu BHXH của bạn đã hết hạn.', en: 'A mandate to see your insurance data has run out.' },
  },
  reader: {
    offered: {
      vi: 'Có người uỷ quyền cho bạn xem dữ liệu BHXH của họ. Mở ứng dụng, mục Người phụ thuộc, để nhận hoặc từ chối.',
      en: 'Somebody offers you a mandate to see their insurance data. Open “Dependants” in the app to accept or decline.',
    },
    withdrawn: { vi: 'Lời uỷ quyền gửi cho bạn đã được rút lại.', en: 'The offer of a mandate to you was taken back.' },
    accepted: {
      vi: 'Bạn đã nhận uỷ quyền xem dữ liệu BHXH của người khác. Mỗi lần xem đều được ghi lại.',
      en: 'You accepted a mandate to see somebody’s insurance data. Each look is recorded.',
    },
    declined: { vi: 'Bạn đã từ chối một lời uỷ quyền.', en: 'You declined the offer of a mandate.' },
    ended: {
      vi: 'Uỷ quyền để bạn xem dữ liệu BHXH của người khác đã chấm dứt.',
      en: 'A mandate that let you see somebody’s insurance data was ended.',
    },
    'run-out': {
      vi: 'Uỷ quyền để bạn xem dữ liệu BHXH của người khác đã hết hạn.',
      en: 'A mandate that let you see somebody’s insurance data has run out.',
    },
  },
}
