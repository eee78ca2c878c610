import type { SheetFacts } from '@an-sinh/contract'
import { renderSVG } from 'uqr'
import type { EmployerSheetData } from '../documents/index.ts'

const STEPS = [
  {
    title: 'Chuẩn bị',
    text: 'Căn cước gắn chíp hoặc thẻ căn cước, mã số BHXH (không nhớ cũng được), điện thoại đang dùng số của chính mình.',
  },
  { title: 'Quét mã trên tờ này', text: 'Mở camera điện thoại, đưa vào ô vuông, bấm vào dòng chữ hiện ra. Chọn “Đăng ký”.' },
  {
    title: 'Khai thông tin',
    text: 'Họ tên, ngày sinh, số định danh như trên căn cước. Máy tự giữ những gì đã khai nếu phải dừng giữa chừng.',
  },
  { title: 'Xác nhận số điện thoại', text: 'Nhập mã 6 số gửi về điện thoại. Không đưa mã này cho bất kỳ ai, kể cả cán bộ nhân sự.' },
  { title: 'Chụp ba ảnh', text: 'Ảnh chân dung và hai mặt căn cước, chỗ sáng, không lóa. Không dùng ảnh chụp lại màn hình.' },
  {
    title: 'In, ký và nộp Tờ khai Mẫu số 01',
    text: 'Trong 10 ngày. Không có máy in thì đánh dấu “đồng ý để đơn vị in và nộp giúp”, đơn vị in cho bạn ký.',
  },
  {
    title: 'Nhận mật khẩu lần đầu',
    text: 'Sau khi cơ quan BHXH duyệt, mật khẩu gửi qua tin nhắn, dùng trong 72 giờ. Đăng nhập và đặt mật khẩu của riêng mình.',
  },
]
const POSTER_STEPS = ['Mở camera, đưa vào ô vuông', 'Bấm vào dòng chữ hiện ra', 'Chọn “Đăng ký” và làm theo từng bước']

/** One page for each department of `departments`; null: for the whole employer. */
export function toSheetData(kind: 'poster' | 'guide', facts: SheetFacts, departments: readonly (string | null)[]): EmployerSheetData {
  const { employerName, office, address, hotline } = facts
  return {
    kind,
    title: kind === 'poster' ? 'Đăng ký giao dịch BHXH điện tử' : 'Hướng dẫn đăng ký giao dịch BHXH điện tử',
    pages: departments.map((department) => ({ employer: employerName, department: department ?? '' })),
    lead: 'Xem quá trình đóng, thẻ BHYT, quyền lợi của chính mình trên điện thoại.',
    qrSvg: renderSVG(address, { ecc: 'M', border: 2 }),
    qrAlt: `Mã QR dẫn tới ${address}`,
    address: address.replace(/^https?:\/\//u, ''),
    steps: kind === 'poster' ? POSTER_STEPS.map((text) => ({ title: '', text })) : STEPS,
    places: [
      { label: 'Nộp tờ khai tại', value: office.name },
      { label: 'Địa chỉ', value: office.address },
      { label: 'Giờ nhận', value: office.hours },
      ...(office.phone === null ? [] : [{ label: 'Điện thoại', value: office.phone }]),
      { label: 'Tổng đài', value: hotline },
    ],
    safety:
      'Cơ quan BHXH và đơn vị không bao giờ hỏi mật khẩu hay mã xác nhận. Tin nhắn của cơ quan BHXH không có đường dẫn. Đăng ký không mất tiền.',
  }
}
