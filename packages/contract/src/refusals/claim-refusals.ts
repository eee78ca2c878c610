import { type Refusal, row } from './refusal.ts'

/** Why a file of hospital claims is not read at all; faults of one visit are row faults. */
export const CLAIM_REFUSALS = {
  'claims-not-claims': row(
    400,
    'Tệp này không phải hồ sơ giám định BHYT (thiếu GIAMDINHHS hoặc không có HOSO nào).',
    'Chọn tệp XML do phần mềm của cơ sở khám chữa bệnh xuất ra.',
    'This is not a claim envelope (no GIAMDINHHS or no HOSO).',
    'Choose the XML file that the facility’s program exports.',
  ),
  'claims-broken': row(
    400,
    'Tệp XML bị hỏng hoặc bị cắt ngang.',
    'Xuất và tải lại tệp; kiểm tra dung lượng trước khi gửi.',
    'The XML file is broken or cut off.',
    'Export and upload it again; check its size before sending.',
  ),
  'claims-doctype': row(
    400,
    'Tệp XML có khai báo DOCTYPE hoặc thực thể; hệ thống không đọc vì lý do an toàn.',
    'Xuất lại tệp không kèm DOCTYPE.',
    'The XML file has a DOCTYPE or entities; it is not read for safety.',
    'Export the file without a DOCTYPE.',
  ),
  'claims-encoding': row(
    400,
    'Tệp XML không phải UTF-8 (hoặc lẫn nhiều bảng mã).',
    'Lưu hoặc xuất lại tệp theo UTF-8.',
    'The XML file is not UTF-8, or mixes encodings.',
    'Save or export the file as UTF-8.',
  ),
  'claims-part-too-large': row(
    413,
    'Một phần của tệp XML lớn quá mức cho phép.',
    'Chia tệp theo ngày hoặc kiểm tra lại phần mềm xuất.',
    'One part of the XML file is larger than allowed.',
    'Split the file by day or check the exporting program.',
  ),
} as const satisfies Record<string, Refusal>
