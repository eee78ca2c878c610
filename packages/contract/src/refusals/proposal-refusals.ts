import { type Refusal, row } from './refusal.ts'

export const PROPOSAL_REFUSALS = {
  'proposal-nothing': row(
    400,
    'Chưa có gì thay đổi.',
    'Sửa ít nhất một mục rồi gửi lại.',
    'Nothing changes.',
    'Change at least one field and send again.',
  ),
  'proposal-field': row(
    400,
    'Có mục nhập chưa đúng hoặc không thuộc danh mục này.',
    'Kiểm tra từng mục; mục bắt buộc không được để trống.',
    'A field is not right, or not of this list.',
    'Check each; what is needed cannot be empty.',
  ),
  'proposal-dates': row(
    400,
    'Ngày hiệu lực chưa đúng.',
    'Ngày cuối không trước ngày đầu; trong vòng một năm trước hoặc sau hôm nay; cơ quan BHXH thì từ hôm nay; không chồng lên hiệu lực kế tiếp.',
    'The dates are not right.',
    'The end is not before the beginning, within a year of today, from today on for an office, and not over the next version.',
  ),
  'proposal-phone': row(
    400,
    'Số điện thoại chỉ gồm chữ số và dấu cách.',
    'Ví dụ 024 3825 3531; nhiều số cách nhau bằng dấu gạch chéo.',
    'A phone number is digits and spaces.',
    'Such as 024 3825 3531; several are parted by a slash.',
  ),
  'proposal-point': row(
    400,
    'Toạ độ không nằm trong Việt Nam, hoặc thiếu một nửa.',
    'Kinh độ từ 100 đến 120, vĩ độ từ 6 đến 24, nhập cả hai.',
    'The coordinates are outside Viet Nam, or half of them is missing.',
    'Longitude 100 to 120, latitude 6 to 24, both of them.',
  ),
  'proposal-hours': row(
    400,
    'Giờ tiếp nhận chưa đúng cách ghi.',
    'Ghi như: T2-T6 08:00-11:30 13:30-17:00.',
    'The opening hours are not written as expected.',
    'Write them as: T2-T6 08:00-11:30 13:30-17:00.',
  ),
  'proposal-ward': row(
    400,
    'Không có xã, phường nào mang mã này.',
    'Tra mã 5 số ở trang tra cứu xã, phường.',
    'No ward has this code.',
    'Look the 5 digits up under wards.',
  ),
  'proposal-paper': row(
    400,
    'Chưa ghi số văn bản làm căn cứ.',
    'Ghi số công văn, hợp đồng hoặc quyết định.',
    'The number of the paper is missing.',
    'Enter the number of the letter, contract or decision.',
  ),
  'proposal-decided': row(
    409,
    'Đề nghị này đã được quyết định.',
    'Tải lại để xem trạng thái mới nhất.',
    'This proposal was already decided.',
    'Reload to see how it stands.',
  ),
  'proposal-outdated': row(
    409,
    'Mục này đã thay đổi từ khi đề nghị, ví dụ do một lần nhập dữ liệu.',
    'Xem lại số liệu mới; nếu vẫn cần, từ chối đề nghị này và lập đề nghị mới.',
    'The entry has changed since, by an import for instance.',
    'Look at it again; if it is still needed, refuse this one and propose anew.',
  ),
} as const satisfies Record<string, Refusal>
