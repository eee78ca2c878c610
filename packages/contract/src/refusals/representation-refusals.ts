import { type Refusal, row } from './refusal.ts'

export const REPRESENTATION_REFUSALS = {
  'representation-unknown': row(
    404,
    'Không tìm thấy quyền xem dữ liệu của người này.',
    'Mở “Người phụ thuộc” để xem danh sách những người bạn được xem.',
    'There is nothing that lets you see this person’s data.',
    'Open “Dependants” for the list of people whose data you may see.',
  ),
  'representation-over': row(
    403,
    'Quyền xem dữ liệu của người này đã hết.',
    'Chuyển về dữ liệu của bạn. Người đủ 18 tuổi tự đăng ký tài khoản; uỷ quyền có thể được cấp lại.',
    'Your right to see this person’s data is over.',
    'Go back to your own data. From 18 on a person registers an account of their own; a mandate can be given again.',
  ),
  'area-not-granted': row(
    403,
    'Bạn không được xem phần này của người đó.',
    'Mở “Người phụ thuộc” để biết bạn được xem những phần nào.',
    'You may not see this part of the person’s data.',
    'Open “Dependants” to see which parts you may see.',
  ),
  'child-not-minor': row(
    400,
    'Chỉ đăng ký được người dưới 18 tuổi.',
    'Kiểm tra lại ngày sinh. Người từ đủ 18 tuổi tự đăng ký tài khoản, và có thể uỷ quyền cho bạn.',
    'Only somebody under 18 can be entered.',
    'Check the birth date. From 18 on a person registers an account and may give you a mandate.',
  ),
  'child-facts-wrong': row(
    400,
    'Họ tên, mã số BHXH hoặc số định danh của trẻ chưa đúng dạng.',
    'Mã số BHXH có 10 chữ số, số định danh có 12 chữ số; để trống nếu chưa biết.',
    'The child’s name, insurance number or 12-digit id is not well formed.',
    'The insurance number has 10 digits, the id 12; leave empty what is not known.',
  ),
  'dependant-closed': row(
    409,
    'Yêu cầu này đã gửi hoặc đã có kết quả, không đổi được nữa.',
    'Xem kết quả ở trang “Người phụ thuộc”; cần thì gửi yêu cầu mới.',
    'This request was sent or decided and cannot be changed any more.',
    'See the outcome on the page “Dependants”; send a new one if needed.',
  ),
  'dependant-already': row(
    409,
    'Trẻ này đã có trong danh sách của người đó.',
    'Từ chối yêu cầu này hoặc chọn trẻ khác.',
    'This child is already on that person’s list.',
    'Refuse this request or choose another child.',
  ),
} as const satisfies Record<string, Refusal>
