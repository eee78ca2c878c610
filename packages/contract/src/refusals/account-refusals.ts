import { type Refusal, row } from './refusal.ts'

export const ACCOUNT_REFUSALS = {
  'sign-in-wrong': row(
    401,
    'Thông tin đăng nhập không đúng.',
    'Kiểm tra số và mật khẩu; quên mật khẩu thì chọn “Quên mật khẩu”.',
    'The sign-in data are not right.',
    'Check number and password, or choose “Forgotten password”.',
  ),
  'first-password-run-out': row(
    401,
    'Mật khẩu lần đầu không đúng, đã dùng hoặc hết hạn 72 giờ.',
    'Chọn “Gửi lại mật khẩu lần đầu”; không cần tới cơ quan BHXH.',
    'The first password is wrong, used or older than 72 hours.',
    'Choose “Send a new first password”; no visit is needed.',
  ),
  'ticket-run-out': row(
    401,
    'Phiên đặt mật khẩu đã hết hạn.',
    'Đăng nhập lại bằng mật khẩu lần đầu mới.',
    'The time to set the password has run out.',
    'Sign in again with a new first password.',
  ),
  'current-password-wrong': row(
    400,
    'Mật khẩu hiện tại không đúng.',
    'Gõ lại; quên mật khẩu thì đăng xuất rồi chọn “Quên mật khẩu”.',
    'The present password is not right.',
    'Type it again, or sign out and choose “Forgotten password”.',
  ),
  'password-too-short': row(
    400,
    'Mật khẩu cần ít nhất 8 ký tự.',
    'Dùng một câu dễ nhớ, dài hơn càng tốt.',
    'The password needs at least 8 characters.',
    'Use a phrase you remember; longer is better.',
  ),
  'password-too-long': row(400, 'Mật khẩu quá dài.', 'Dùng tối đa 256 ký tự.', 'The password is too long.', 'Use at most 256 characters.'),
  'password-common': row(
    400,
    'Mật khẩu này quá phổ biến, dễ bị đoán.',
    'Chọn câu khác chỉ mình bạn biết.',
    'This password is too common.',
    'Choose another phrase only you know.',
  ),
  'password-personal': row(
    400,
    'Mật khẩu chứa thông tin cá nhân của bạn.',
    'Không dùng tên, ngày sinh, số điện thoại hay mã số.',
    'The password contains your own data.',
    'Do not use your name, birthday, phone or numbers.',
  ),
} as const satisfies Record<string, Refusal>
