import type { LocalErrorKind } from '@an-sinh/domain'

type Words = { sentence: { vi: string; en: string }; nextStep: { vi: string; en: string } }

/** What the app showed when no server answered, and what to do about it. */
export const LOCAL_ERROR_WORDS: Readonly<Record<LocalErrorKind, Words>> = {
  offline: {
    sentence: { vi: 'Điện thoại không có mạng lúc đó.', en: 'The phone had no network then.' },
    nextStep: {
      vi: 'Nhờ bật Wi-Fi hoặc dữ liệu di động, mở lại ứng dụng; những gì đã gõ vẫn còn trên máy và tự gửi khi có mạng.',
      en: 'Turn on Wi-Fi or mobile data and open the app again; what was typed is kept and sent by itself.',
    },
  },
  'too-slow': {
    sentence: { vi: 'Mạng quá chậm: 25 giây không có câu trả lời.', en: 'The network was too slow: no answer within 25 seconds.' },
    nextStep: {
      vi: 'Nhờ đổi chỗ có sóng tốt hơn hoặc dùng Wi-Fi rồi bấm thử lại; bấm hai lần không gửi thành hai hồ sơ.',
      en: 'Find a better signal or Wi-Fi and try again; pressing twice sends nothing twice.',
    },
  },
  trouble: {
    sentence: { vi: 'Máy chủ trả lời lỗi mà không kịp nói lý do.', en: 'The server failed before it could say why.' },
    nextStep: {
      vi: 'Xem trang tình trạng hệ thống; thử lại sau ít phút. Nhiều người cùng gặp thì báo kỹ thuật kèm giờ này.',
      en: 'Look at the status page and try again in a few minutes; tell the technicians the time when many report it.',
    },
  },
  crash: {
    sentence: { vi: 'Một màn hình của ứng dụng bị lỗi.', en: 'A screen of the app failed.' },
    nextStep: {
      vi: 'Nhờ tải lại trang; vẫn lỗi thì ghi phiếu cho bộ phận kỹ thuật kèm mã này và việc đang làm.',
      en: 'Load the page again; if it fails again, write a ticket for the technicians with this id and what was being done.',
    },
  },
  'page-not-found': {
    sentence: { vi: 'Đường dẫn mở ra không có trang nào.', en: 'The address leads to no page.' },
    nextStep: {
      vi: 'Hỏi đường dẫn lấy từ đâu; tin nhắn của cơ quan BHXH không bao giờ kèm đường dẫn, nên coi chừng trang giả.',
      en: 'Ask where the address came from; our messages never carry links, so beware of fake pages.',
    },
  },
}
