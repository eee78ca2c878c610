export type DecisionReasonCode =
  | 'photo-blurred'
  | 'photo-missing'
  | 'photo-not-portrait'
  | 'name-differs'
  | 'birth-date-differs'
  | 'sex-differs'
  | 'national-id-differs'
  | 'number-not-theirs'
  | 'unsigned'
  | 'form-illegible'
  | 'no-original'
  | 'id-expired'
  | 'wrong-office'
  | 'phone-of-another'
  | 'wrong-person'
  | 'person-dead'
  | 'already-has-account'
  | 'document-forged'
  | 'invented'

export type DecisionReason = {
  readonly code: DecisionReasonCode
  readonly for: 'return' | 'refuse'
  readonly clerkVi: string
  readonly clerkEn: string
  readonly citizenVi: string
  readonly citizenEn: string
  readonly nextStepVi: string
  readonly nextStepEn: string
  /** Half a sentence for the message: no accents, so that number, reason and what to do fit one segment. */
  readonly smsVi: string
}

/**
 * Why a registration is returned or refused: what the clerk picks, what the citizen reads, what to do next. No official list is published;
 * these are the reasons of the guides (form against original, photos, contact in use) as ordinary sentences. The citizen's sentence of a
 * suspicion accuses nobody and tells a fraudster nothing.
 */
export const DECISION_REASONS: readonly DecisionReason[] = [
  {
    code: 'photo-blurred',
    for: 'return',
    clerkVi: 'Ảnh mờ, lóa hoặc mất góc',
    clerkEn: 'Photo blurred, glaring or cut off',
    citizenVi: 'Ảnh giấy tờ hoặc ảnh chân dung chưa rõ.',
    citizenEn: 'A photo of the document or the portrait is not clear.',
    nextStepVi: 'Mở lại hồ sơ và chụp lại ảnh ở nơi đủ sáng, thấy đủ bốn góc giấy tờ.',
    nextStepEn: 'Re-open the registration and take the photo again in good light with all four corners visible.',
    smsVi: 'anh chua ro, can chup lai',
  },
  {
    code: 'photo-missing',
    for: 'return',
    clerkVi: 'Thiếu ảnh hoặc nhầm mặt trước, mặt sau',
    clerkEn: 'Photo missing, or front and back mixed up',
    citizenVi: 'Hồ sơ thiếu ảnh hoặc ảnh hai mặt giấy tờ bị nhầm.',
    citizenEn: 'A photo is missing, or front and back are mixed up.',
    nextStepVi: 'Mở lại hồ sơ và gửi đủ ba ảnh: mặt trước, mặt sau, chân dung.',
    nextStepEn: 'Re-open the registration and send all three photos: front, back, portrait.',
    smsVi: 'thieu anh hoac nham mat truoc, mat sau',
  },
  {
    code: 'photo-not-portrait',
    for: 'return',
    clerkVi: 'Ảnh chân dung không thấy rõ mặt (đeo khẩu trang, nhiều người…)',
    clerkEn: 'Portrait does not show one clear face',
    citizenVi: 'Ảnh chân dung chưa thấy rõ khuôn mặt.',
    citizenEn: 'The portrait does not show the face clearly.',
    nextStepVi: 'Mở lại hồ sơ và chụp lại ảnh chân dung: một người, nhìn thẳng, không đeo khẩu trang hay kính râm.',
    nextStepEn: 'Re-open the registration and retake the portrait: one person, facing the camera, no mask or sunglasses.',
    smsVi: 'anh chan dung chua ro mat, can chup lai',
  },
  {
    code: 'name-differs',
    for: 'return',
    clerkVi: 'Họ tên khác với bản chính',
    clerkEn: 'Name differs from the original',
    citizenVi: 'Họ tên trên tờ khai khác với giấy tờ tùy thân.',
    citizenEn: 'The name on the form differs from the identity document.',
    nextStepVi: 'Sửa họ tên đúng như trên giấy tờ, in lại tờ khai và nộp lại. Nếu dữ liệu BHXH ghi sai, hỏi quầy về thủ tục điều chỉnh.',
    nextStepEn: 'Correct the name as on the document, print and hand in again. If the register is wrong, ask the desk about a correction.',
    smsVi: 'ho ten khac giay to tuy than, can sua',
  },
  {
    code: 'birth-date-differs',
    for: 'return',
    clerkVi: 'Ngày sinh khác với bản chính',
    clerkEn: 'Date of birth differs from the original',
    citizenVi: 'Ngày sinh trên tờ khai khác với giấy tờ tùy thân.',
    citizenEn: 'The date of birth on the form differs from the identity document.',
    nextStepVi: 'Sửa ngày sinh đúng như trên giấy tờ, in lại tờ khai và nộp lại.',
    nextStepEn: 'Correct the date of birth as on the document, print and hand in again.',
    smsVi: 'ngay sinh khac giay to tuy than, can sua',
  },
  {
    code: 'sex-differs',
    for: 'return',
    clerkVi: 'Giới tính khác với bản chính',
    clerkEn: 'Sex differs from the original',
    citizenVi: 'Giới tính trên tờ khai khác với giấy tờ tùy thân.',
    citizenEn: 'The sex on the form differs from the identity document.',
    nextStepVi: 'Sửa giới tính đúng như trên giấy tờ, in lại tờ khai và nộp lại.',
    nextStepEn: 'Correct it as on the document, print and hand in again.',
    smsVi: 'gioi tinh khac giay to tuy than, can sua',
  },
  {
    code: 'national-id-differs',
    for: 'return',
    clerkVi: 'Số định danh/CCCD khác với bản chính',
    clerkEn: 'Identity number differs from the original',
    citizenVi: 'Số giấy tờ trên tờ khai khác với bản chính.',
    citizenEn: 'The identity number on the form differs from the original.',
    nextStepVi: 'Sửa số giấy tờ đúng như bản chính, in lại tờ khai và nộp lại.',
    nextStepEn: 'Correct the number as on the original, print and hand in again.',
    smsVi: 'so giay to khac ban chinh, can sua',
  },
  {
    code: 'number-not-theirs',
    for: 'return',
    clerkVi: 'Mã số BHXH không phải của người nộp',
    clerkEn: 'The insurance number is not the applicant’s',
    citizenVi: 'Mã số BHXH đã khai không khớp với giấy tờ tùy thân.',
    citizenEn: 'The insurance number declared does not agree with the identity document.',
    nextStepVi: 'Kiểm tra mã số trên thẻ BHYT hoặc sổ BHXH, hoặc chọn “Tôi không nhớ” rồi nộp lại.',
    nextStepEn: 'Check the number on your health card or book, or choose “I do not remember”, and hand in again.',
    smsVi: 'ma so BHXH khong khop giay to, can sua',
  },
  {
    code: 'unsigned',
    for: 'return',
    clerkVi: 'Tờ khai chưa ký hoặc chưa ghi rõ họ tên',
    clerkEn: 'Form not signed or full name missing',
    citizenVi: 'Tờ khai chưa có chữ ký hoặc chưa ghi rõ họ tên.',
    citizenEn: 'The form lacks the signature or the full name.',
    nextStepVi: 'Ký, ghi rõ họ tên và nộp lại tờ khai.',
    nextStepEn: 'Sign with your full name and hand the form in again.',
    smsVi: 'to khai chua ky hoac chua ghi ro ho ten',
  },
  {
    code: 'form-illegible',
    for: 'return',
    clerkVi: 'Tờ khai rách, mờ hoặc bị sửa',
    clerkEn: 'Form torn, faint or altered',
    citizenVi: 'Tờ khai không đọc được hoặc bị tẩy sửa.',
    citizenEn: 'The form cannot be read or was altered.',
    nextStepVi: 'In lại tờ khai bằng mã tờ khai, ký và nộp lại.',
    nextStepEn: 'Print the form again with the form code, sign and hand it in.',
    smsVi: 'to khai khong doc duoc, can in va ky lai',
  },
  {
    code: 'no-original',
    for: 'return',
    clerkVi: 'Không xuất trình bản chính giấy tờ tùy thân',
    clerkEn: 'Original identity document not shown',
    citizenVi: 'Chưa có bản chính giấy tờ tùy thân để đối chiếu.',
    citizenEn: 'The original identity document was not there to compare.',
    nextStepVi: 'Nộp lại tờ khai kèm bản chính CCCD, thẻ căn cước hoặc hộ chiếu.',
    nextStepEn: 'Hand the form in again with the original identity card or passport.',
    smsVi: 'thieu ban chinh giay to tuy than',
  },
  {
    code: 'id-expired',
    for: 'return',
    clerkVi: 'Giấy tờ tùy thân hết hạn hoặc loại không còn giá trị',
    clerkEn: 'Identity document expired or no longer valid',
    citizenVi: 'Giấy tờ tùy thân đã hết hạn sử dụng.',
    citizenEn: 'The identity document has expired.',
    nextStepVi: 'Đổi thẻ căn cước tại cơ quan công an, cập nhật hồ sơ rồi nộp lại.',
    nextStepEn: 'Renew the identity card with the police, update the registration and hand in again.',
    smsVi: 'giay to tuy than het han',
  },
  {
    code: 'wrong-office',
    for: 'return',
    clerkVi: 'Nộp không đúng cơ quan BHXH đã chọn',
    clerkEn: 'Handed in at another office than chosen',
    citizenVi: 'Tờ khai được nộp ở cơ quan BHXH khác với nơi đã chọn.',
    citizenEn: 'The form was handed in at another office than the chosen one.',
    nextStepVi: 'Đổi cơ quan BHXH trong hồ sơ hoặc nộp tại nơi đã chọn.',
    nextStepEn: 'Change the office in the registration, or hand in at the chosen one.',
    smsVi: 'nop khac co quan BHXH da chon',
  },
  {
    code: 'phone-of-another',
    for: 'return',
    clerkVi: 'Số điện thoại thuộc người khác',
    clerkEn: 'The phone belongs to somebody else',
    citizenVi: 'Số điện thoại đã khai không phải của người đăng ký.',
    citizenEn: 'The phone number declared is not the applicant’s.',
    nextStepVi: 'Đăng ký bằng số điện thoại do mình sử dụng để nhận mật khẩu.',
    nextStepEn: 'Use a phone number of your own, on which you receive the password.',
    smsVi: 'so dien thoai khong phai cua nguoi dang ky',
  },
  {
    code: 'wrong-person',
    for: 'refuse',
    clerkVi: 'Người đến nộp không phải người trong giấy tờ',
    clerkEn: 'The person at the desk is not the one on the document',
    citizenVi: 'Không xác nhận được người nộp là người đăng ký.',
    citizenEn: 'The person who came could not be confirmed as the applicant.',
    nextStepVi: 'Người đăng ký đến trực tiếp với bản chính giấy tờ của mình, hoặc đăng ký lại.',
    nextStepEn: 'The applicant comes in person with the own original document, or registers again.',
    smsVi: 'khong xac nhan duoc nguoi nop',
  },
  {
    code: 'person-dead',
    for: 'refuse',
    clerkVi: 'Dữ liệu ghi nhận người này đã mất',
    clerkEn: 'The register says the person is dead',
    citizenVi: 'Dữ liệu BHXH cần được kiểm tra trước khi cấp tài khoản.',
    citizenEn: 'The register has to be checked before an account can be issued.',
    nextStepVi: 'Đến cơ quan BHXH với bản chính giấy tờ tùy thân để điều chỉnh dữ liệu.',
    nextStepEn: 'Visit the office with your original identity document to have the data corrected.',
    smsVi: 'can kiem tra du lieu BHXH tai quay',
  },
  {
    code: 'already-has-account',
    for: 'refuse',
    clerkVi: 'Đã có tài khoản đang hoạt động',
    clerkEn: 'Already has an active account',
    citizenVi: 'Mã số BHXH này đã có tài khoản giao dịch điện tử.',
    citizenEn: 'This insurance number already has an account.',
    nextStepVi: 'Đăng nhập bằng tài khoản đã có, hoặc dùng “Quên mật khẩu”.',
    nextStepEn: 'Sign in with the existing account, or use “Forgotten password”.',
    smsVi: 'ma so nay da co tai khoan, hay dang nhap',
  },
  {
    code: 'document-forged',
    for: 'refuse',
    clerkVi: 'Giấy tờ có dấu hiệu giả mạo, sửa chữa',
    clerkEn: 'Document looks forged or altered',
    citizenVi: 'Giấy tờ xuất trình không được chấp nhận.',
    citizenEn: 'The document shown was not accepted.',
    nextStepVi: 'Liên hệ cơ quan BHXH đã chọn để được hướng dẫn.',
    nextStepEn: 'Contact the chosen office for guidance.',
    smsVi: 'giay to xuat trinh khong duoc chap nhan',
  },
  {
    code: 'invented',
    for: 'refuse',
    clerkVi: 'Thông tin không có thật, không xác định được người',
    clerkEn: 'Invented data, no such person',
    citizenVi: 'Thông tin đăng ký không xác minh được.',
    citizenEn: 'The registration could not be verified.',
    nextStepVi: 'Kiểm tra lại thông tin theo giấy tờ tùy thân và đăng ký lại.',
    nextStepEn: 'Check the data against the identity document and register again.',
    smsVi: 'thong tin dang ky khong xac minh duoc',
  },
]

/** The reason of a code; null for a code not on the list. */
export const findDecisionReason = (code: string): DecisionReason | null => DECISION_REASONS.find((reason) => reason.code === code) ?? null
