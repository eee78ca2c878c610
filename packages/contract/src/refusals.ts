/**
 * The closed list of refusals. One row per code: HTTP status, a sentence a citizen understands, and the next step, in both languages.
 * The server is the only reader of the sentences; the web apps show what it sends.
 */
export type Refusal = { status: number; vi: string; en: string; nextVi: string; nextEn: string }
const row = (status: number, vi: string, nextVi: string, en: string, nextEn: string): Refusal => ({ status, vi, en, nextVi, nextEn })
const counter = 'Nếu cần, hãy tới quầy một cửa của cơ quan BHXH gần nhất.'
const counterEn = 'If needed, visit the counter of your nearest social-insurance office.'

export const REFUSALS = {
  'bad-request': row(400, 'Dữ liệu gửi lên không đúng dạng.', 'Kiểm tra lại các ô được đánh dấu rồi gửi lại.', 'The data sent does not have the right form.', 'Check the marked fields and send again.'),
  'bad-text': row(400, 'Có ký tự ẩn hoặc ký tự điều khiển không dùng được.', 'Xoá ô đó và gõ lại thay vì dán.', 'There is a hidden or control character that cannot be used.', 'Clear the field and type it again instead of pasting.'),
  'too-large': row(413, 'Dữ liệu gửi lên quá lớn.', 'Chụp lại ảnh bằng máy ảnh của điện thoại hoặc gửi từng phần.', 'The data sent is too large.', 'Take the photo again or send it in pieces.'),
  'not-found': row(404, 'Không tìm thấy nội dung này.', 'Kiểm tra lại đường dẫn hoặc về trang đầu.', 'This could not be found.', 'Check the address or go back to the start page.'),
  'not-signed-in': row(401, 'Bạn chưa đăng nhập hoặc phiên đã hết.', 'Đăng nhập lại để tiếp tục; những gì đã gõ vẫn còn.', 'You are not signed in or the session has ended.', 'Sign in again to go on; what you typed is kept.'),
  'not-allowed': row(403, 'Tài khoản này không có quyền làm việc đó.', 'Liên hệ người phụ trách nếu bạn cho rằng đây là nhầm lẫn.', 'This account may not do that.', 'Contact your supervisor if you think this is a mistake.'),
  'wrong-origin': row(403, 'Yêu cầu không đến từ trang của hệ thống.', 'Mở lại trang chính thức rồi thử lại.', 'The request did not come from our own page.', 'Open the official page again and retry.'),
  'too-many': row(429, 'Bạn đã thử quá nhiều lần.', 'Đợi đến thời điểm ghi bên dưới rồi thử lại.', 'Too many tries.', 'Wait until the time shown and try again.'),
  'overloaded': row(503, 'Hệ thống đang đông người dùng.', 'Đợi ít phút rồi thử lại; dữ liệu trên máy bạn vẫn còn.', 'The system is busy.', 'Wait a few minutes and try again; what is on your device is kept.'),
  'unavailable': row(503, 'Hệ thống đang gián đoạn.', 'Thử lại sau ít phút; dữ liệu trên máy bạn vẫn còn.', 'The system is interrupted.', 'Try again in a few minutes; what is on your device is kept.'),
  'bug': row(500, 'Có lỗi ở phía hệ thống.', 'Thử lại; nếu vẫn lỗi, gọi tổng đài và đọc mã yêu cầu.', 'Something failed on our side.', 'Try again; if it fails again, call the hotline and read out the request id.'),

  'name-empty': row(400, 'Chưa có họ và tên.', 'Gõ họ và tên như trên giấy tờ.', 'The full name is missing.', 'Type the full name as on the ID document.'),
  'name-too-long': row(400, 'Họ và tên dài quá 100 ký tự.', 'Gõ đúng họ và tên trên giấy tờ.', 'The name is longer than 100 characters.', 'Type the name as on the ID document.'),
  'name-bad-character': row(400, 'Họ và tên có ký tự không dùng được.', 'Chỉ dùng chữ cái, khoảng trắng, dấu nháy và gạch nối.', 'The name has a character that cannot be used.', 'Use letters, spaces, apostrophes and hyphens only.'),
  'insurance-number-shape': row(400, 'Mã số BHXH phải có đúng 10 chữ số.', 'Xem lại trên thẻ BHYT hoặc sổ BHXH, hoặc chọn “Tôi không nhớ”.', 'The insurance number has exactly 10 digits.', 'Check your card or book, or choose “I do not remember”.'),
  'national-id-shape': row(400, 'Số định danh/CCCD phải có đúng 12 chữ số hợp lệ.', 'Xem lại số trên mặt trước thẻ.', 'The national ID has exactly 12 valid digits.', 'Check the number on the front of the card.'),
  'passport-shape': row(400, 'Số hộ chiếu không đúng dạng.', 'Gõ chữ và số như trên trang có ảnh của hộ chiếu.', 'The passport number does not have the right form.', 'Type letters and digits as on the photo page.'),
  'number-missing': row(400, 'Cần mã số BHXH, số định danh hoặc hộ chiếu.', 'Nhập ít nhất số định danh trên thẻ của bạn.', 'An insurance number, national ID or passport is needed.', 'Enter at least the number on your ID card.'),
  'birth-date-wrong': row(400, 'Ngày sinh này không có trong lịch hoặc ở tương lai.', 'Kiểm tra ngày, tháng, năm; nếu chỉ biết năm, chọn “chỉ có năm sinh”.', 'This birth date does not exist or lies in the future.', 'Check day, month and year; if only the year is known, choose “year only”.'),
  'phone-shape': row(400, 'Số điện thoại di động không đúng.', 'Nhập số di động Việt Nam 10 chữ số, bắt đầu bằng 0.', 'The mobile number is not right.', 'Enter a Vietnamese mobile number of 10 digits starting with 0.'),
  'phone-not-proved': row(409, 'Số điện thoại chưa được xác nhận.', 'Quay lại bước số điện thoại để nhận mã.', 'The phone number is not confirmed yet.', 'Go back to the phone step to get a code.'),
  'email-shape': row(400, 'Địa chỉ thư điện tử không đúng.', 'Kiểm tra lại, hoặc để trống.', 'The e-mail address is not right.', 'Check it, or leave it empty.'),
  'address-unknown': row(400, 'Chưa chọn tỉnh và phường/xã.', 'Chọn tỉnh rồi chọn phường/xã trong danh sách.', 'Province and ward are not chosen.', 'Choose the province, then the ward from the list.'),
  'office-unknown': row(400, 'Cơ quan BHXH này không tiếp nhận đăng ký.', 'Chọn cơ quan khác trong danh sách.', 'This office does not take registrations.', 'Choose another office from the list.'),
  'privacy-not-read': row(409, 'Cần xem trang “Dữ liệu của bạn” trước khi gửi ảnh.', 'Mở trang đó rồi tiếp tục.', 'The page “Your data” has to be read before the first photo.', 'Open that page and go on.'),

  'code-wrong': row(400, 'Mã không đúng hoặc đã hết hạn.', 'Kiểm tra tin nhắn mới nhất hoặc yêu cầu mã mới.', 'The code is wrong or has run out.', 'Check the newest message or ask for a new code.'),
  'form-code-length': row(400, 'Mã tờ khai có 10 ký tự.', 'Xem lại mã in dưới ô QR của tờ khai.', 'A form code has 10 characters.', 'Check the code printed under the QR.'),
  'form-code-character': row(400, 'Mã tờ khai có ký tự không dùng.', 'Mã không có chữ I, L, O, U; xem lại trên tờ khai.', 'The form code has a character that is not used.', 'Codes have no I, L, O, U; check the form.'),
  'form-code-check': row(400, 'Mã tờ khai bị gõ nhầm một ký tự.', 'Đối chiếu lại từng ký tự với tờ khai.', 'One character of the form code is mistyped.', 'Compare each character with the form.'),
  'form-code-unknown': row(404, 'Không có tờ khai nào với mã này.', 'Kiểm tra lại mã; tờ khai đã rút hoặc quá lâu có thể đã được xoá.', 'No form has this code.', 'Check the code; withdrawn or very old forms may have been erased.'),

  'registration-not-yours': row(404, 'Không tìm thấy hồ sơ đăng ký này trên thiết bị này.', 'Mở bằng mã tờ khai và mã gửi tới điện thoại.', 'This registration is not open on this device.', 'Open it with the form code and a code sent to the phone.'),
  'move-not-allowed': row(409, 'Hồ sơ không còn ở bước cho phép việc này.', 'Tải lại để xem trạng thái mới nhất.', 'The registration is no longer at a step that allows this.', 'Reload to see its newest state.'),
  'version-conflict': row(409, 'Hồ sơ vừa được thay đổi ở nơi khác.', 'Tải lại rồi làm tiếp.', 'The registration was changed elsewhere just now.', 'Reload and go on.'),
  'photos-missing': row(409, 'Chưa đủ ba ảnh.', 'Chụp mặt trước, mặt sau giấy tờ và ảnh chân dung.', 'Not all three photos are there.', 'Take the front, the back and the portrait.'),
  'extension-used-up': row(409, 'Đã gia hạn đủ số lần cho phép.', counter, 'The deadline was already extended as often as allowed.', counterEn),
  'extension-too-late': row(409, 'Đã quá thời gian được gia hạn.', 'Đăng ký lại; thông tin cũ vẫn được giữ để điền sẵn.', 'It is too late for an extension.', 'Register again; your answers are kept.'),
  'handoff-gone': row(410, 'Mã chuyển sang điện thoại đã dùng hoặc hết hạn.', 'Tạo mã mới trên máy tính.', 'The hand-over code was used or has run out.', 'Make a new one on the computer.'),

  'photo-type': row(415, 'Tệp này không phải ảnh JPEG, PNG hoặc WebP.', 'Chụp trực tiếp hoặc chọn ảnh JPEG.', 'This file is not a JPEG, PNG or WebP picture.', 'Take the photo directly or choose a JPEG.'),
  'photo-heic': row(415, 'Ảnh HEIC chưa đọc được.', 'Chụp trực tiếp hoặc chọn JPEG.', 'HEIC pictures cannot be read yet.', 'Take the photo directly or choose JPEG.'),
  'photo-unreadable': row(422, 'Ảnh bị hỏng hoặc không đọc được.', 'Chụp lại ảnh.', 'The picture is damaged or cannot be read.', 'Take the photo again.'),
  'photo-too-many-pixels': row(422, 'Ảnh có quá nhiều điểm ảnh.', 'Chụp lại bằng máy ảnh của điện thoại.', 'The picture has too many pixels.', 'Take it again with the phone camera.'),
  'upload-offset': row(409, 'Phần tải lên không khớp vị trí.', 'Tiếp tục từ vị trí hệ thống báo.', 'The piece does not start where the last one ended.', 'Go on from the position reported.'),
  'upload-hash': row(422, 'Ảnh bị sai lệch khi truyền.', 'Gửi lại ảnh này.', 'The picture was changed on the way.', 'Send this picture again.'),

  'sign-in-wrong': row(401, 'Thông tin đăng nhập không đúng.', 'Kiểm tra số và mật khẩu; quên mật khẩu thì chọn “Quên mật khẩu”.', 'The sign-in data are not right.', 'Check number and password, or choose “Forgotten password”.'),
  'first-password-run-out': row(401, 'Mật khẩu lần đầu không đúng, đã dùng hoặc hết hạn 72 giờ.', 'Chọn “Gửi lại mật khẩu lần đầu”; không cần tới cơ quan BHXH.', 'The first password is wrong, used or older than 72 hours.', 'Choose “Send a new first password”; no visit is needed.'),
  'ticket-run-out': row(401, 'Phiên đặt mật khẩu đã hết hạn.', 'Đăng nhập lại bằng mật khẩu lần đầu mới.', 'The time to set the password has run out.', 'Sign in again with a new first password.'),
  'password-too-short': row(400, 'Mật khẩu cần ít nhất 8 ký tự.', 'Dùng một câu dễ nhớ, dài hơn càng tốt.', 'The password needs at least 8 characters.', 'Use a phrase you remember; longer is better.'),
  'password-too-long': row(400, 'Mật khẩu quá dài.', 'Dùng tối đa 256 ký tự.', 'The password is too long.', 'Use at most 256 characters.'),
  'password-common': row(400, 'Mật khẩu này quá phổ biến, dễ bị đoán.', 'Chọn câu khác chỉ mình bạn biết.', 'This password is too common.', 'Choose another phrase only you know.'),
  'password-personal': row(400, 'Mật khẩu chứa thông tin cá nhân của bạn.', 'Không dùng tên, ngày sinh, số điện thoại hay mã số.', 'The password contains your own data.', 'Do not use your name, birthday, phone or numbers.'),

  'staff-sign-in-wrong': row(401, 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.', 'Thử lại; mã xác thực đổi mỗi 30 giây.', 'User name, password or second factor is wrong.', 'Try again; the code changes every 30 seconds.'),
  'case-elsewhere': row(409, 'Hồ sơ thuộc cơ quan khác.', 'Hướng dẫn người nộp hoặc nhận chuyển về cơ quan này.', 'The case belongs to another office.', 'Guide the applicant, or take the case over to this office.'),
  'case-locked': row(409, 'Đồng nghiệp đang mở hồ sơ này.', 'Đợi đồng nghiệp xong hoặc khoá hết hạn.', 'A colleague has this case open.', 'Wait until they finish or the lock runs out.'),
  'case-decided': row(409, 'Hồ sơ đã có quyết định.', 'Tải lại để xem kết quả.', 'This case is already decided.', 'Reload to see the result.'),
  'case-expired': row(409, 'Hồ sơ đã quá hạn và hết thời gian gia hạn.', 'Gia hạn có lý do rồi quyết định, hoặc mời đăng ký lại.', 'The case is past its deadline and grace.', 'Extend with a reason, or invite to register again.'),
  'case-own': row(403, 'Không được quyết định hồ sơ của chính mình hoặc người thân.', 'Chuyển cho đồng nghiệp khác.', 'You may not decide your own or your family’s case.', 'Hand it to a colleague.'),
  'checklist-incomplete': row(400, 'Chưa đánh dấu đủ các mục kiểm tra.', 'Đánh dấu từng mục còn thiếu.', 'The checklist is not complete.', 'Mark each missing item.'),
  'difference-blocks': row(409, 'Thông tin khai khác hẳn cơ sở dữ liệu, cán bộ một cửa không tự duyệt được.', 'Trả lại để sửa, hoặc chuyển cho phụ trách xem và duyệt.', 'The declaration is wholly different from the register; a clerk cannot approve it alone.', 'Return it, or hand it to a supervisor to look at and approve.'),
  'reason-missing': row(400, 'Cần chọn ít nhất một lý do.', 'Chọn lý do trong danh sách.', 'At least one reason is needed.', 'Choose a reason from the list.'),
  'person-missing': row(400, 'Chưa chọn người trong cơ sở dữ liệu.', 'Chọn đúng người trong phần đối chiếu.', 'No person of the register is chosen.', 'Choose the right person in the comparison.'),
  'person-not-eligible': row(409, 'Người này đã mất hoặc đã gộp mã số.', 'Kiểm tra lại dữ liệu trước khi quyết định.', 'This person is dead or merged.', 'Check the register before deciding.'),
  'undo-too-late': row(409, 'Đã quá thời gian hoàn tác, tin nhắn đã gửi.', 'Dùng chức năng ngừng tài khoản hoặc đính chính.', 'The undo time is over and the message has left.', 'Use stop-account or correction.'),
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof REFUSALS
