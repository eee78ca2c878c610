export const CONTACT = { phone: 'Số điện thoại', email: 'Thư điện tử' } as const

const inVietNam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `14:05 23/11/2026` in Viet Nam. */
export const formatWhen = (at: Date): string => inVietNam.format(at).split(', ').toReversed().join(' ')
