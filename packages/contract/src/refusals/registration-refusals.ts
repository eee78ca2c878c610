import { type Refusal, row } from './refusal.ts'

const counter = 'Nếu cần, hãy tới quầy một cửa của cơ quan BHXH gần nhất.'
const counterEn = 'If needed, visit the counter of your nearest social-insurance office.'

export const REGISTRATION_REFUSALS = {
  'registration-not-yours': row(
    404,
    'Không tìm thấy hồ sơ đăng ký này trên thiết bị này.',
    'Mở bằng mã tờ khai và mã gửi tới điện thoại.',
    'This registration is not open on this device.',
    'Open it with the form code and a code sent to the phone.',
  ),
  'move-not-allowed': row(
    409,
    'Hồ sơ không còn ở bước cho phép việc này.',
    'Tải lại để xem trạng thái mới nhất.',
    'The registration is no longer at a step that allows this.',
    'Reload to see its newest state.',
  ),
  'version-conflict': row(
    409,
    'Hồ sơ vừa được thay đổi ở nơi khác.',
    'Tải lại rồi làm tiếp.',
    'The registration was changed elsewhere just now.',
    'Reload and go on.',
  ),
  'photos-missing': row(
    409,
    'Chưa đủ ba ảnh.',
    'Chụp mặt trước, mặt sau giấy tờ và ảnh chân dung.',
    'Not all three photos are there.',
    'Take the front, the back and the portrait.',
  ),
  'extension-used-up': row(
    409,
    'Đã gia hạn đủ số lần cho phép.',
    counter,
    'The deadline was already extended as often as allowed.',
    counterEn,
  ),
  'extension-too-late': row(
    409,
    'Đã quá thời gian được gia hạn.',
    'Đăng ký lại; thông tin cũ vẫn được giữ để điền sẵn.',
    'It is too late for an extension.',
    'Register again; your answers are kept.',
  ),
  'handoff-gone': row(
    410,
    'Mã chuyển sang điện thoại đã dùng hoặc hết hạn.',
    'Tạo mã mới trên máy tính.',
    'The hand-over code was used or has run out.',
    'Make a new one on the computer.',
  ),

  'photo-type': row(
    415,
    'Tệp này không phải ảnh JPEG, PNG hoặc WebP.',
    'Chụp trực tiếp hoặc chọn ảnh JPEG.',
    'This file is not a JPEG, PNG or WebP picture.',
    'Take the photo directly or choose a JPEG.',
  ),
  'photo-heic': row(
    415,
    'Ảnh HEIC chưa đọc được.',
    'Chụp trực tiếp hoặc chọn JPEG.',
    'HEIC pictures cannot be read yet.',
    'Take the photo directly or choose JPEG.',
  ),
  'photo-unreadable': row(
    422,
    'Ảnh bị hỏng hoặc không đọc được.',
    'Chụp lại ảnh.',
    'The picture is damaged or cannot be read.',
    'Take the photo again.',
  ),
  'photo-too-many-pixels': row(
    422,
    'Ảnh có quá nhiều điểm ảnh.',
    'Chụp lại bằng máy ảnh của điện thoại.',
    'The picture has too many pixels.',
    'Take it again with the phone camera.',
  ),
  'upload-offset': row(
    409,
    'Phần tải lên không khớp vị trí.',
    'Tiếp tục từ vị trí hệ thống báo.',
    'The piece does not start where the last one ended.',
    'Go on from the position reported.',
  ),
  'upload-hash': row(
    422,
    'Ảnh bị sai lệch khi truyền.',
    'Gửi lại ảnh này.',
    'The picture was changed on the way.',
    'Send this picture again.',
  ),
} as const satisfies Record<string, Refusal>
