/** The letter to begin with, after Hà Nội Social Insurance's to its employers (plan 4489/KH-BHXH): Vietnamese in whatever language the desk is. */
export const EMPLOYER_LETTER_WORDS = {
  title: 'triển khai đăng ký và cài đặt ứng dụng đến người lao động',
  words: `Thực hiện kế hoạch truyền thông và triển khai ứng dụng bảo hiểm xã hội số, {co-quan} đề nghị {don-vi} triển khai đến toàn bộ người lao động.

Tính đến ngày {ngay}, đơn vị chưa gửi danh sách người lao động hoặc chưa có người lao động nào đăng ký.

Đề nghị đơn vị đăng nhập khu vực dành cho đơn vị để gửi danh sách; phổ biến để từng người đăng ký giao dịch điện tử, in và ký Tờ khai Mẫu số 01, nộp cho cơ quan BHXH trong vòng 10 ngày kèm bản chính giấy tờ tùy thân để đối chiếu.

Nếu có khó khăn, vướng mắc, đề nghị đơn vị phản ánh về cơ quan BHXH (Phòng Quản lý thu hoặc Phòng Truyền thông và Phát triển người tham gia) để được kịp thời hỗ trợ.

Trân trọng cảm ơn./.`,
}
